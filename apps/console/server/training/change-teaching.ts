import {
  addPhrase as keepPhrase,
  announce,
  askForRun,
  type DatabaseHandle,
  noteActs,
  publishRun,
  rollBackTo,
} from "@botdeck/db";
import type { DeskPerson } from "@botdeck/desk";
import type { z } from "zod";

import type { KnownBots } from "../bot/known-bots.ts";
import { botThatLearns } from "./intents-of-bot.ts";
import type { AddPhrase, OfBot, PublishRun, RollBack } from "./schemas.ts";

type Db = DatabaseHandle["db"];
type Deps = { db: Db; bots: KnownBots };

const tell = (db: Db) => announce(db, "botdeck_desk", ["training"]);

/** Keeps a phrase that somebody thought of, assigned to its intent. */
export async function addPhrase(
  { db, bots }: Deps,
  { botCode, text, intent }: z.infer<typeof AddPhrase>,
  { actor, name }: DeskPerson,
): Promise<void> {
  botThatLearns(bots, botCode, [intent]);
  const language = /\p{Script=Cyrillic}/u.test(text) ? "ru" : "en";
  await db.transaction(async (tx) => {
    const id = await keepPhrase(tx, { botCode, text, language, intent, by: { id: actor.id, name } });
    await noteActs(tx, actor, [{ action: "training.add", subjectId: id, detail: { bot: botCode, intent } }]);
  });
  await tell(db);
}

/** Has the worker find out what would become of a bot with everything that is assigned. @returns The run's id. */
export async function evaluate(
  { db, bots }: Deps,
  { botCode }: z.infer<typeof OfBot>,
  { actor, name }: DeskPerson,
): Promise<{ id: string }> {
  botThatLearns(bots, botCode);
  const { id } = await db.transaction(async (tx) => {
    const run = await askForRun(tx, { botCode, by: { id: actor.id, name } });
    if (run.isNew)
      await noteActs(tx, actor, [{ action: "training.evaluate", subjectId: run.id, detail: { bot: botCode } }]);
    return run;
  });
  await tell(db);
  return { id };
}

/** Teaches a bot what was evaluated, on all portals. */
export async function publish(
  { db }: Deps,
  { runId }: z.infer<typeof PublishRun>,
  { actor, name }: DeskPerson,
): Promise<{ before: number; version: number }> {
  const { before, version } = await db.transaction(async (tx) => {
    const published = await publishRun(tx, { runId, by: { id: actor.id, name } });
    const detail = {
      before: { version: published.before },
      after: { version: published.version },
      runId,
      phrases: published.phrases,
    };
    await noteActs(tx, actor, [{ action: "training.publish", subjectId: `bot:${published.botCode}`, detail }]);
    return published;
  });
  await tell(db);
  return { before, version };
}

/** Makes a bot know what it knew with an earlier version, on all portals. */
export async function rollBack(
  { db, bots }: Deps,
  { botCode, version, reason }: z.infer<typeof RollBack>,
  { actor }: DeskPerson,
): Promise<void> {
  botThatLearns(bots, botCode);
  await db.transaction(async (tx) => {
    const before = await rollBackTo(tx, { botCode, version });
    const detail = { before: { version: before }, after: { version }, reason };
    await noteActs(tx, actor, [{ action: "training.rollBack", subjectId: `bot:${botCode}`, detail }]);
  });
  await tell(db);
}
