import type { Portal } from "../portal.ts";
import type { Person } from "../state/model.ts";
import type { Params } from "./params.ts";
import type { RestError } from "./rest-error.ts";

/** Who calls: a webhook or an application, always with the rights of one user. */
export type Caller = {
  user: Person;
  scopes: string[];
  /** For the operating limit: one count per webhook or application. */
  key: string;
} & (
  | { kind: "webhook" }
  | {
      kind: "app";
      clientId: string;
      /** What it called with: links to files die with it. */
      accessToken: string;
    }
);

export type Call = { portal: Portal; caller: Caller; params: Params };

/** `total` and `next` belong to counted lists and stand beside the result. */
export type Answer = { result: unknown; total?: number; next?: number };

export type RestMethod = {
  /** As the documentation writes it; callers may use any case. */
  name: string;
  /** One of these is needed; empty means none. */
  scopes: string[];
  /** True for methods that a webhook may not call. */
  needsApp?: boolean;
  /**
   * How a missing or ill-typed parameter is refused. Without it every required parameter of the documentation is asked
   * for with the code `100`; a map gives single parameters an error of their own; `own` leaves all checks to the method.
   */
  missing?: "own" | Record<string, RestError>;
  run(call: Call): Answer | Promise<Answer>;
};

/** Answers of methods that have nothing to tell but that they worked. */
export const DONE: Answer = { result: { result: true } };
export const TRUE: Answer = { result: true };
