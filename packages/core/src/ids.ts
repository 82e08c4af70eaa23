import { v7 } from "uuid";

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** A new time-ordered id (UUIDv7), so that rows written together lie together. Not a secret: it can be guessed. */
export function newId(): string {
  return v7();
}

/** Whether a text may be an id of ours: what a button carries or a person types need not be, and Postgres refuses what is not. */
export const isId = (text: string): boolean => UUID.test(text);
