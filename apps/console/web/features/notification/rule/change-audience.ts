import type { Audience } from "../rules/rule-types.ts";

/** What an audience is called where it is chosen: the roles of a record stand beside the other kinds. */
export type AudienceKind = Exclude<Audience["kind"], "role"> | Extract<Audience, { kind: "role" }>["role"];

export type NamedKind = "person" | "department" | "chat" | "on_call";

/** True for kinds of which somebody has to say which. */
export const isNeedingValue = (kind: AudienceKind): kind is NamedKind =>
  kind === "person" || kind === "department" || kind === "chat" || kind === "on_call";

/** An audience of a kind, with nobody named yet. */
export function withKind(kind: AudienceKind): Audience {
  switch (kind) {
    case "responsible":
    case "creator":
    case "participants":
      return { kind: "role", role: kind };
    case "supervisor":
    case "order_department":
      return { kind };
    case "person":
    case "department":
      return { kind, id: "" };
    case "chat":
      return { kind, dialogId: "" };
    case "on_call":
      return { kind, rota: "" };
  }
}

/** The same audience with somebody else named; one that names nobody stays. */
export function withValue(audience: Audience, value: string): Audience {
  switch (audience.kind) {
    case "person":
    case "department":
      return { ...audience, id: value };
    case "chat":
      return { ...audience, dialogId: value };
    case "on_call":
      return { ...audience, rota: value };
    case "role":
    case "supervisor":
    case "order_department":
      return audience;
  }
}
