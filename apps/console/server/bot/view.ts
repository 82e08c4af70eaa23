import type { OverriddenTexts, PortalBot } from "@botdeck/db";
import { LANGUAGES, type Language, textInBrief, valuesOf } from "@botdeck/dialog";
import type { DialogDefinition } from "@botdeck/dialog/dialogs";
import { graphOf } from "@botdeck/dialog/graph";

import type { KnownBot, KnownBots } from "./known-bots.ts";

/** A bot in the list of bots. */
export function botView({ rights, ...bot }: PortalBot, bots: KnownBots) {
  const known = bots.of(bot.code);
  return {
    ...bot,
    isKnown: known !== null,
    /** With whose rights it does what it is asked; null where it has no need of a person's. */
    actsAs: known === null || known.kind === "client" ? null : rights,
    hears: known === null || known.kind === "notification" ? null : hearingOf(known),
    commands: Object.entries(known?.commands ?? {})
      .filter(([, { isHidden }]) => isHidden !== true)
      .map(([name, { title }]) => ({ name, title })),
  };
}

/** Whose words reach it: those of clients, of whoever addresses it, or of everybody in its chats. */
export function hearingOf({ kind, hearsEverything }: KnownBot): "clients" | "addressed" | "everything" {
  if (hearsEverything === true) return "everything";
  return kind === "client" ? "clients" : "addressed";
}

export type TextView = {
  key: string;
  /** What the bot says by itself. */
  own: Record<Language, string>;
  /** What the portal has it say; null where that is the same. */
  words: Record<Language, string | null>;
  /** Names of the values that it is written with. */
  values: string[];
};

/** Every text of a bot with the portal's own words, by group. */
export function textGroupsView({ texts, groups }: KnownBot, overridden: OverriddenTexts) {
  const textView = (key: string): TextView => ({
    key,
    own: byLanguage((language) => texts[language][key] ?? ""),
    words: byLanguage((language) => overridden[language]?.[key] ?? null),
    values: [...new Set(valuesOf(texts.en[key] ?? "", "en").map(({ name }) => name))],
  });
  const all = Object.keys(texts.en);
  const named = Object.entries(groups ?? {}).map(([name, keys]) => ({
    name,
    keys: keys.filter((key) => key in texts.en),
  }));
  const sorted = new Set(named.flatMap(({ keys }) => keys));
  const rest = { name: "other", keys: all.filter((key) => !sorted.has(key)) };
  return [...named, rest]
    .filter(({ keys }) => keys.length > 0)
    .map(({ name, keys }) => ({ name, texts: keys.map(textView) }));
}

/** A dialog as its picture needs it, with its questions in brief. They are the definition's own words, never a portal's. */
export function dialogView(dialog: DialogDefinition, { texts, kind }: KnownBot) {
  const graph = graphOf(dialog, { hasOperators: kind === "client" });
  const keys = graph.nodes.flatMap((node) => ("text" in node && node.text !== null ? [node.text] : []));
  const inBrief = (language: Language) =>
    Object.fromEntries(keys.map((key) => [key, textInBrief(texts[language][key] ?? "", language)]));
  return { graph, texts: byLanguage(inBrief) };
}

function byLanguage<Value>(of: (language: Language) => Value): Record<Language, Value> {
  const [first, second] = LANGUAGES;
  return { [first]: of(first), [second]: of(second) };
}
