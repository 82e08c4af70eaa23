import type { Dialog, Person } from "../api/types.ts";

/** How a person stands to an open line: "mine" they answer it; "free" is every chat where one simply writes. */
export type LineStanding = "free" | "mine" | "bot" | "queue" | "other" | "closed";

export function lineStanding(person: Person, dialog: Dialog): LineStanding {
  const { type, lineOwner: owner, operatorId } = dialog;
  if (type !== "open_line" || owner === null || person.role === "client") return "free";
  if (owner !== "operator") return owner;
  return operatorId === person.id ? "mine" : "other";
}
