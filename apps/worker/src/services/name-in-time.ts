import { pauseFor } from "@botdeck/core";

import type { DirectoryOf } from "./directories.ts";

/** For a name nobody waits longer, in milliseconds. */
const MOST_NAME_MS = 1_000;

/**
 * How somebody is called, if that is known so soon: a portal that does not answer, or takes long to tell of thousands of people,
 * keeps nobody from being paged or told. Empty when it is not.
 */
export async function nameInTime(directoryOf: DirectoryOf, portalId: string, userId: string): Promise<string> {
  const name = directoryOf(portalId).then(async (directory) => (await directory.person(userId))?.name);
  const inTime = await Promise.race([name.catch(() => ""), pauseFor(MOST_NAME_MS, undefined)]);
  return typeof inTime === "string" ? inTime : "";
}
