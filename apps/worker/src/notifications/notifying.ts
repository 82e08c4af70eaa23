import type { RulesOf } from "./portal-rules.ts";

/** What the runtime asks about who is told what. */
export type Notifying = {
  rules: Pick<RulesOf, "find">;
  /** Who is on call at a moment, by the rota's name; nobody for one that is not there. */
  onCall(portalId: string, rota: string, now: Date): Promise<readonly string[]>;
  now(): Date;
};
