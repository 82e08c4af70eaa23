import type { Move } from "@botdeck/dialog";

import type { StoreContext } from "../store-context.ts";

/** Who writes on after as many has something else at heart. */
const MOST_NOTES = 2;
const MOST_NOTE = 2_000;

const notesOf = ({ known }: StoreContext): number => Number(known["notes"] ?? 0);

/** True for words after a request was noted, as long as they may belong to it. */
export const isMoreToNote = (ctx: StoreContext): boolean =>
  ctx.known["lastDialog"] === "purchase" && notesOf(ctx) < MOST_NOTES;

/** Adds the words to what was noted. */
export const note = (ctx: StoreContext): Move[] => [
  ctx.know({ notes: notesOf(ctx) + 1 }),
  ctx.record({ comment: ctx.text.slice(0, MOST_NOTE) }),
  ctx.say(ctx.t("noted")),
];
