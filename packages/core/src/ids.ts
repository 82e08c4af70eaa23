import { v7 } from "uuid";

/** A new time-ordered id (UUIDv7), so that rows written together lie together. Not a secret: it can be guessed. */
export function newId(): string {
  return v7();
}
