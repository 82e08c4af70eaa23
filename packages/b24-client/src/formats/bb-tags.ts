/** One BB tag of a text, by where it stands. */
export type BbTag = {
  /** Lower case. */
  name: string;
  isClosing: boolean;
  /** What follows `=` or the name; empty for none. */
  value: string;
  start: number;
  end: number;
};

/** Tags that stand around a text; the rest of what the portal knows stands alone. */
const PAIRED = "b|i|u|s|size|color|url|user|chat|context|code|img|put|send|call";
const ALONE = "icon|timestamp|disk|br";
/** Longer addresses are none; without an end, a text of opened tags would take for ever to search. */
const MAX_VALUE_LENGTH = 2_000;
const TAG = new RegExp(`\\[(?:(${PAIRED}|${ALONE})(?:[= ]([^\\]\\n]{0,${MAX_VALUE_LENGTH}}))?|/(${PAIRED}))\\]`, "gi");

export const isAlone = (tag: BbTag): boolean => ALONE.split("|").includes(tag.name);

/**
 * The tags that the portal would act on, in order; between `[code]` and `[/code]` there are none.
 *
 * @see Bitrix24 docs: chat-bots-v2/imbot.v2/messages/message-formatting
 */
export function findBbTags(text: string): BbTag[] {
  const tags: BbTag[] = [];
  let isCode = false;
  for (const match of text.matchAll(TAG)) {
    const [whole, opened, value = "", closed] = match;
    const name = (opened ?? closed ?? "").toLowerCase();
    if (isCode && !(name === "code" && closed !== undefined)) continue;
    if (name === "code") isCode = closed === undefined;
    tags.push({ name, isClosing: closed !== undefined, value, start: match.index, end: match.index + whole.length });
  }
  return tags;
}
