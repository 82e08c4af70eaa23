import { createHash } from "node:crypto";

import type { ClientRecord } from "./client-card.ts";
import type { Language } from "./language.ts";
import type { Namesake } from "./read-standing.ts";
import { harmless, hasLine, shortened } from "./texts.ts";

/** The whole of a long dialog is in the chat. */
const MOST_CHARACTERS = 20_000;

const OTHERS = {
  en: (names: string) => `Other contacts with this phone: ${names}. None of them was linked: please decide.`,
  ru: (names: string) => `Этот телефон есть и у других контактов: ${names}. Ни один не привязан: выберите сами.`,
} as const satisfies Record<Language, (names: string) => string>;

/**
 * What the timeline gets: what was said, what an operator has to decide, and who wrote it for which cause, by which a repeat
 * finds it; null when it stands there already or there is nothing to say.
 *
 * @param said The comments that are there.
 */
export function timelineEntry(
  { timeline, originId }: Pick<ClientRecord, "timeline" | "originId">,
  { others, said, language }: { others: readonly Namesake[]; said: readonly string[]; language: Language },
): string | null {
  const signature = `Botdeck ${createHash("sha256").update(originId).digest("hex").slice(0, 10)}`;
  if (said.some((comment) => hasLine(comment, signature))) return null;
  const note = others.length === 0 ? null : OTHERS[language](others.map(nameOf).join(", "));
  const isNew = note !== null && !said.some((comment) => hasLine(comment, note));
  const lines = [
    ...(timeline === null ? [] : [harmless(shortened(timeline, MOST_CHARACTERS))]),
    ...(isNew ? [note] : []),
  ];
  return lines.length === 0 ? null : [...lines, signature].join("\n\n");
}

function nameOf({ id, card }: Namesake): string {
  return harmless(`#${id} ${card?.name ?? ""}`.trim());
}
