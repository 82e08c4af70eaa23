import type { FastifyBaseLogger } from "fastify";

/** Whoever is refused more often than that is counted: anybody may be refused, and must not fill the log. */
const MOST_PER_SECOND = 20;

export type Refusal = { level: "info" | "error"; facts: object; text: string };

/**
 * Writes down what was refused, some of it when it is much.
 *
 * @param now Milliseconds of any clock that goes forward.
 */
export function createRefusalLog(now = () => performance.now()): (log: FastifyBaseLogger, refusal: Refusal) => void {
  let endsAtMs = 0;
  let told = 0;

  return (log, { level, facts, text }) => {
    if (now() >= endsAtMs) {
      if (told > MOST_PER_SECOND) log.warn({ more: told - MOST_PER_SECOND }, "more requests were refused");
      endsAtMs = now() + 1_000;
      told = 0;
    }
    told += 1;
    if (told <= MOST_PER_SECOND) log[level](facts, text);
  };
}
