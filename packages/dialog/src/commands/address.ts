/**
 * As the portal writes a mention: `[USER=5]Name[/USER]`, or `all` for everybody. No name is longer than the bounds, and without
 * them a long message of mentions that do not end would be read anew from each.
 */
const MENTION = /\[user=(?<id>\d{1,20}|all)(?!\d)[^\]]{0,100}\].{0,300}?\[\/user\]/gisu;
/** What stands between a mention and what is said, as `@Bot, …` does. */
const BEFORE_WORDS = /^[\s,:;.–—-]+/u;

/**
 * What a message of a group says to the bot: without the bot's mention. The second bot API leaves it in the text, the first one
 * cuts it out and may leave the comma behind it (docs: imbot ONIMBOTMESSAGEADD).
 *
 * @param botUserId The portal's id of the bot; null where it is not known, and then the first mention is taken for it.
 * @returns Null for words to everybody, which are none to the bot.
 */
export function addressedTo(text: string, botUserId: string | null): string | null {
  const mentions = Array.from(text.matchAll(MENTION), ({ index, 0: whole, groups = {} }) => ({
    id: groups["id"]?.toLowerCase() ?? "",
    start: index,
    end: index + whole.length,
  }));
  const own = mentions.filter(({ id }, at) => (botUserId === null ? at === 0 && id !== "all" : id === botUserId));
  if (own.length === 0 && mentions.some(({ id }) => id === "all")) return null;
  let said = text;
  for (const { start, end } of own.toReversed()) said = `${said.slice(0, start)} ${said.slice(end)}`;
  return said
    .replace(BEFORE_WORDS, "")
    .replace(/[ \t]{2,}/g, " ")
    .trim();
}
