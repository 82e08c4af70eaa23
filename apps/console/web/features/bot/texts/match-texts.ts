import type { inferRouterOutputs } from "@trpc/server";

import type { AppRouter } from "../../../../server/root.ts";

export type TextGroup = inferRouterOutputs<AppRouter>["bot"]["texts"]["groups"][number];
export type BotText = TextGroup["texts"][number];

/** True when the portal says it in words of its own, in whatever language. */
export const isChanged = ({ words }: BotText): boolean => Object.values(words).some((each) => each !== null);

/** The texts that hold every word looked for, in their key, the bot's words or the portal's. Groups without any are left out. */
export function matchTexts(
  groups: readonly TextGroup[],
  { words, onlyChanged }: { words: string; onlyChanged: boolean },
): TextGroup[] {
  const wanted = folded(words)
    .split(/\s+/)
    .filter((word) => word !== "");
  const isWanted = (text: BotText) => {
    if (onlyChanged && !isChanged(text)) return false;
    const all = folded([text.key, ...Object.values(text.own), ...Object.values(text.words)].join(" "));
    return wanted.every((word) => all.includes(word));
  };
  return groups
    .map(({ name, texts }) => ({ name, texts: texts.filter(isWanted) }))
    .filter(({ texts }) => texts.length > 0);
}

const folded = (text: string): string => text.toLowerCase().replaceAll("ё", "е");
