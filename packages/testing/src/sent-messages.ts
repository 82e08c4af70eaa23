import type { Card, Effect } from "@botdeck/core";

export type Sent = Effect & { kind: "chat.send" };

export const fits = (text: string | null, expected: RegExp | string): boolean =>
  text !== null && (typeof expected === "string" ? text === expected : expected.test(text));

/** All words of a card, a part on each line: `name: value`. */
export function wordsOfCard(card: Card | undefined): string | null {
  if (card === undefined) return null;
  const lines = card.blocks.flatMap((block) => {
    if (block.kind === "text") return [block.text];
    if (block.kind === "rows") return block.rows.map(({ name, value }) => `${name}: ${value}`);
    return block.kind === "picture" ? [`[${block.name}]`] : ["---"];
  });
  return lines.join("\n");
}

/** A message as a log shows it. */
export function lineOf({ text, buttons = [], card }: Sent): string {
  const labels = buttons.flat().map((button) => `[${button.text}]`);
  const words = wordsOfCard(card);
  return [text, ...(words === null ? [] : [`{${words.replaceAll("\n", "; ")}}`]), ...labels].join(" ");
}
