import type { Moves } from "@botdeck/dialog";

import { callOperator } from "./hand-over/call-operator.ts";
import { menu, titles } from "./menu.ts";
import { isMoreToNote, note } from "./purchase/note.ts";
import type { StoreContext } from "./store-context.ts";
import { topicOf } from "./topic.ts";

const FEWEST_LETTERS = 3;
/** Nobody has read the last answer within this, in milliseconds: the words are a piece of something longer. */
const PIECE_MS = 1_000;
const MOST_PIECE_WORDS = 3;
const MOST_SHORT = 5;

/** Words that nothing else fitted: a file is kept, a fragment is asked about, the rest goes to a person. */
export async function fallback(ctx: StoreContext): Promise<Moves> {
  const isSilent = ctx.text === "";
  if (ctx.said.files.length > 0) {
    return ctx.say(ctx.t("fileNoted"), { buttons: titles(ctx, ["productReturn", "operator"]) });
  }
  // More about what was just noted belongs to it.
  const letters = ctx.text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (letters >= FEWEST_LETTERS && isMoreToNote(ctx)) return note(ctx);
  if (isPiece(ctx)) return ctx.say(ctx.t("rephrase"), menu(ctx));
  if (letters < FEWEST_LETTERS && ctx.known["rephrased"] !== true) {
    return [ctx.know({ rephrased: true }), ctx.say(ctx.t(isSilent ? "nothingHeard" : "rephrase"), menu(ctx))];
  }
  if (isShort(ctx)) return [ctx.know({ rephrased: true }), ctx.say(ctx.t("rephrase"), menu(ctx))];
  return await callOperator(ctx, { topic: topicOf(ctx, "oos"), cause: "not_understood" });
}

/** A few words that nobody understands are worth one question, and not yet a person. */
const isShort = ({ known, text }: StoreContext): boolean =>
  known["rephrased"] !== true && text.split(/\s+/).length <= MOST_SHORT;

function isPiece({ visit, text }: StoreContext): boolean {
  if (visit === null || visit.beforeAt === null) return false;
  const isQuick = Date.parse(visit.lastAt) - Date.parse(visit.beforeAt) < PIECE_MS;
  return isQuick && text.split(/\s+/).length <= MOST_PIECE_WORDS;
}
