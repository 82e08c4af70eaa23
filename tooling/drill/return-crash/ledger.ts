/** What a client must hear of the bot during one return, in order; each exactly once. */
export const EXPECTED = [
  /Which order/,
  /reason for the return/,
  /send a photo/,
  /Please check/,
  /return is registered/,
] as const;

export type Account = {
  /** Words or tasks that are owed and did not come. */
  lost: number;
  /** Words or tasks that came more often than owed, or that nobody owed. */
  duplicated: number;
  /** Words that came in another order than they were owed in. */
  reordered: number;
};

/**
 * Holds what the portal took against what was owed. The portal is the witness: it knows what arrived, whatever the
 * system believes.
 *
 * @param said The bot's messages in the dialog since the return began, oldest first.
 * @param tasks How many tasks the return left.
 */
export function settleAccount(said: readonly string[], tasks: number): Account {
  const times = EXPECTED.map((pattern) => said.filter((text) => pattern.test(text)).length);
  const owed = [...times, tasks];
  const unknown = said.filter((text) => !EXPECTED.some((pattern) => pattern.test(text))).length;
  const order = said.map((text) => EXPECTED.findIndex((pattern) => pattern.test(text))).filter((index) => index >= 0);
  return {
    lost: owed.filter((count) => count === 0).length,
    duplicated: owed.reduce((sum, count) => sum + Math.max(0, count - 1), 0) + unknown,
    reordered: order.filter((index, place) => place > 0 && index < (order[place - 1] ?? 0)).length,
  };
}
