/** Something that a bot owes somebody during a flow: exactly one message of this text. */
export type Owed = { who: string; text: RegExp };

export type FlowAccount = {
  /** What is owed and did not come. */
  lost: number;
  /** What came more often than owed, or that nobody owed. */
  duplicated: number;
  /** What somebody heard in another order than it was owed in. */
  reordered: number;
  /** What came a second time with the mark that says so: the portal did not let anybody look whether it had arrived. */
  marked: number;
};

/** How a bot marks what it says again for want of knowing. */
const MARK = /^\((?:repeated|повтор)\) /;

/** What a bot said, without the mark of a repeat. */
export const withoutMark = (text: string): string => text.replace(MARK, "");

/**
 * Holds what the portal took against what was owed. The portal is the witness: it knows what arrived, whatever the system
 * believes.
 *
 * @param said What the bot said to each, oldest first, since the flow began.
 */
export function settleFlow(owed: readonly Owed[], said: Readonly<Record<string, readonly string[]>>): FlowAccount {
  const account: FlowAccount = { lost: 0, duplicated: 0, reordered: 0, marked: 0 };
  for (const [who, texts] of Object.entries(said)) {
    const theirs = owed.filter((each) => each.who === who);
    const order: number[] = [];
    for (const text of texts) {
      const index = theirs.findIndex((each) => each.text.test(withoutMark(text)));
      if (order.includes(index) && MARK.test(text)) account.marked += 1;
      else order.push(index);
    }
    const counts = theirs.map((_each, index) => order.filter((found) => found === index).length);
    account.lost += counts.filter((count) => count === 0).length;
    account.duplicated += counts.reduce((sum, count) => sum + Math.max(0, count - 1), 0);
    account.duplicated += order.filter((found) => found < 0).length;
    const known = order.filter((found) => found >= 0);
    account.reordered += known.filter((found, place) => place > 0 && found < (known[place - 1] ?? 0)).length;
  }
  return account;
}
