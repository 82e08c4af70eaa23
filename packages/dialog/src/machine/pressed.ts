import type { Offered } from "./state.ts";

/** The button of the bot's last words that these words are, however they were typed. Null when they are none. */
export function pressedOf(offered: readonly Offered[], text: string): Offered | null {
  const wanted = plain(text);
  return wanted === "" ? null : (offered.find((button) => plain(button.text) === wanted) ?? null);
}

const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
