import { AppError } from "@botdeck/core";

import type { BotApiVersion } from "../formats/message-limits.ts";

const NAMES = { v1: "imbot, the first", v2: "imbot.v2, the second" } as const satisfies Record<BotApiVersion, string>;

/**
 * What a version of the bot API cannot do, said before anything is sent.
 *
 * @param what Completes "cannot …"; `instead` says what to do.
 */
export function unsupported(version: BotApiVersion, what: string, instead: string): AppError {
  const message = `The portal's bot API (${NAMES[version]} version) cannot ${what}: ${instead}`;
  return new AppError("unsupported", message, { context: { version, what } });
}
