import type { Told } from "@botdeck/b24-client";

/** What a call of several gave. @throws B24Error when it was refused. */
export function resultOf<Result>(told: Told<Result>): Result {
  if (told.ok) return told.result;
  throw told.error;
}
