import type { Move, Moves } from "@botdeck/dialog";

import { callOperator } from "../hand-over/call-operator.ts";
import { menu } from "../menu.ts";
import type { StoreContext } from "../store-context.ts";
import { topicOf } from "../topic.ts";
import { farewellOf } from "./farewell-of.ts";

/**
 * Words that thank, leave or want nothing more. Whoever says nothing else after an answer says that it was one; whoever
 * complains in the same breath is not done, and a second time a person hears them.
 */
export async function farewell(ctx: StoreContext, heard: "thanks" | "goodbye" | "no"): Promise<Moves> {
  const worth = farewellOf(ctx.text);
  const isRefusal = heard === "no" && worth !== "plain";
  if (worth === "complaint" || isRefusal) return await unsettled(ctx, heard);
  const words = ctx.say(ctx.t(heard === "thanks" ? "welcomeBack" : "goodbye"));
  return worth === "plain" ? [words, ...settled(ctx)] : words;
}

async function unsettled(ctx: StoreContext, heard: "thanks" | "goodbye" | "no"): Promise<Moves> {
  if (ctx.known["rephrased"] === true) {
    return await callOperator(ctx, { topic: topicOf(ctx, heard), cause: "not_understood" });
  }
  return [ctx.know({ rephrased: true }), ctx.say(ctx.t("rephrase"), menu(ctx))];
}

/** They may rate the answer once. */
function settled(ctx: StoreContext): Move[] {
  if (ctx.visit?.isAnswered !== true || ctx.isBusy) return [];
  const confirmed = ctx.settle("solved_confirmed", "said_so");
  return ctx.visit.isRated || ctx.known["askedRating"] === true
    ? [confirmed]
    : [confirmed, ctx.know({ askedRating: true }), ctx.begin("rating")];
}
