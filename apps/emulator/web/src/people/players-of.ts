import type { Person, Role } from "../api/types.ts";

const ORDER: readonly Role[] = ["client", "operator", "manager", "employee"];

/** The people that can be played, clients first: a conversation begins with them. Bots play themselves. */
export function playersOf(people: readonly Person[]): Person[] {
  return ORDER.flatMap((role) => people.filter((person) => person.role === role));
}
