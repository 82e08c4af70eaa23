import type { Move } from "@botdeck/dialog";

import type { StoreContext } from "../store-context.ts";

/** Who writes on after as many has something else at heart. */
const MOST_NOTES = 2;
const MOST_NOTE = 2_000;

const notesOf = ({ known }: StoreContext): number => Number(known["notes"] ?? 0);

/** True for words after a request was noted, as long as they may belong to it. */
export const isMoreToNote = (ctx: StoreContext): boolean =>
  ctx.known["lastDialog"] === "purchase" && notesOf(ctx) < MOST_NOTES;

/** Adds the words to what was noted, and a phone that they tell: the one told before may have been wrong. */
export function note(ctx: StoreContext): Move[] {
  const phone = ctx.said.understood.entities.phones.at(-1)?.phone ?? null;
  return [
    ctx.know({ notes: notesOf(ctx) + 1, ...(phone !== null && { phone }) }),
    ctx.record({ comment: ctx.text.slice(0, MOST_NOTE), phone }),
    ctx.say(ctx.t("noted")),
  ];
}
