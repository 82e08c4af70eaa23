import { type AlertGroup, effectByKey, type Transaction } from "@botdeck/db";

const NEVER_CAME: ReadonlySet<string> = new Set(["dead", "cancelled", "discarded"]);

/** One that was refused, as where the bot is in no such chat, cannot be edited: its refusal is a dead letter already. */
export async function cardsThatCame(
  tx: Transaction,
  { cards }: Pick<AlertGroup, "cards">,
): Promise<AlertGroup["cards"]> {
  const effects = await Promise.all(cards.map(({ key }) => effectByKey(tx, key)));
  return cards.filter((_, index) => !NEVER_CAME.has(effects[index]?.status ?? "dead"));
}
