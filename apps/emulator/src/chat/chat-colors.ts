/** Colours of chats and bots by name. Bitrix24 docs: chat-bots-v2/imbot.v2/chats/chat-add, available colours. */
const COLORS: Record<string, string> = {
  red: "#df532d",
  green: "#64a513",
  mint: "#4ba984",
  lightBlue: "#4ba5c3",
  darkBlue: "#3e99ce",
  purple: "#8474c8",
  aqua: "#1eb4aa",
  pink: "#f76187",
  lime: "#58cc47",
  brown: "#ab7761",
  azure: "#29619b",
  khaki: "#728f7a",
  sand: "#ba9c7b",
  marengo: "#556574",
  gray: "#909090",
  graphite: "#5e5f5e",
};

/** The hex value of `lightBlue`, or of `LIGHT_BLUE` as the first API writes it; null for any other word. */
export function colorByName(name: string): string | null {
  const plain = (word: string): string => word.replaceAll("_", "").toLowerCase();
  const known = Object.keys(COLORS).find((color) => plain(color) === plain(name));
  return known === undefined ? null : (COLORS[known] ?? null);
}
