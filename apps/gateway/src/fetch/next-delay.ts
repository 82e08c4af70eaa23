/** Bitrix24 asks for these pauses between two calls of `imbot.v2.Event.get` (docs: imbot.v2/events). */
const MORE_MS = 2_000;
const SHORTEST_IDLE_MS = 5_000;
const LONGEST_IDLE_MS = 30_000;
const FIRST_TROUBLE_MS = 5_000;
const LONGEST_TROUBLE_MS = 120_000;

export type PollResult =
  | { kind: "events"; hasMore: boolean }
  | { kind: "nothing"; inARow: number }
  | { kind: "trouble"; inARow: number; retryAfterMs: number | undefined };

/** How long to wait before the next poll: a talking portal is asked soon, a quiet one less and less often. */
export function nextDelayMs(result: PollResult): number {
  switch (result.kind) {
    case "events":
      return result.hasMore ? MORE_MS : SHORTEST_IDLE_MS;
    case "nothing":
      // Two minutes of silence before the pace drops, a step of 5 s each further minute.
      return Math.min(SHORTEST_IDLE_MS + Math.max(0, Math.floor((result.inARow - 24) / 6)) * 5_000, LONGEST_IDLE_MS);
    case "trouble":
      return Math.max(
        result.retryAfterMs ?? 0,
        Math.min(FIRST_TROUBLE_MS * 2 ** (result.inARow - 1), LONGEST_TROUBLE_MS),
      );
  }
}
