import { announce, type DatabaseHandle, decideExamples, noteActs } from "@botdeck/db";
import type { DeskPerson } from "@botdeck/desk";
import type { z } from "zod";

import type { KnownBots } from "../bot/known-bots.ts";
import { botThatLearns } from "./intents-of-bot.ts";
import type { DecideExamples } from "./schemas.ts";

/** Says what phrases mean, that they are of no use, or that nobody has said it yet. @returns What was said of them before. */
export async function decide(
  { db, bots }: { db: DatabaseHandle["db"]; bots: KnownBots },
  { botCode, decisions }: z.infer<typeof DecideExamples>,
  { actor, name }: DeskPerson,
) {
  const intents = decisions.flatMap(({ intent }) => intent ?? []);
  botThatLearns(bots, botCode, intents);
  const wanted = new Map(decisions.map(({ id, state, intent }) => [id, { state, intent }]));
  const before = await db.transaction(async (tx) => {
    const found = await decideExamples(tx, { botCode, decisions, by: { id: actor.id, name } });
    await noteActs(
      tx,
      actor,
      found.map(({ id, state, intent }) => ({
        action: "training.decide",
        subjectId: id,
        detail: { bot: botCode, before: { state, intent }, after: wanted.get(id) ?? null },
      })),
    );
    return found;
  });
  await announce(db, "botdeck_desk", ["training"]);
  return before;
}
