import { createHash } from "node:crypto";

import { Rest3Error } from "./rest3-error.ts";

/** Answers are kept for a day. Bitrix24 docs: api-reference/rest-v3. */
const KEPT_MS = 24 * 3600 * 1000;

export type KeptAnswers = {
  /**
   * The answer that an earlier call with the same key got; null for a new key.
   *
   * @param scope Whose key it is and for which method.
   * @throws RestError 400 for a key that is none, 422 for one that was used with another body.
   */
  find(scope: string, key: string, params: unknown): string | null;
  keep(scope: string, key: string, params: unknown, body: string): void;
};

/** @param now Milliseconds since 1970. */
export function createKeptAnswers(now: () => number): KeptAnswers {
  const answers = new Map<string, { hash: string; body: string; at: number }>();
  return {
    find(scope, key, params) {
      if (!/^[\x20-\x7e]{1,255}$/.test(key)) {
        throw new Rest3Error(
          400,
          "INVALIDIDEMPOTENCYKEYEXCEPTION",
          "Idempotency-Key: 1 to 255 printable ASCII characters.",
        );
      }
      const kept = answers.get(`${scope} ${key}`);
      if (kept === undefined || now() - kept.at >= KEPT_MS) return null;
      if (kept.hash === hashOf(params)) return kept.body;
      throw new Rest3Error(422, "IDEMPOTENCYKEYREUSEDEXCEPTION", "Idempotency-Key was already used with another body.");
    },
    keep(scope, key, params, body) {
      answers.set(`${scope} ${key}`, { hash: hashOf(params), body, at: now() });
    },
  };
}

function hashOf(params: unknown): string {
  return createHash("sha256").update(JSON.stringify(params)).digest("hex");
}
