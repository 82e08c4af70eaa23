import { type Database, namesOfPeople } from "@botdeck/db";
import { RotaSettings } from "@botdeck/notifications";

import { readSettings } from "../setting-problems.ts";
import { awayBetween } from "./away-between.ts";
import { questionOf } from "./question-of.ts";
import { turnsAhead } from "./turns-ahead.ts";

const SHOWN_DAYS = 14;
const DAY_MS = 86_400_000;

/** What is wrong with a rota that is being written, and who would be on call by it in the next two weeks. Changes nothing. */
export async function checkRota(db: Database, portalId: string, given: unknown, now: Date) {
  const { settings, problems } = readSettings(RotaSettings, given);
  if (settings === null) return { problems, turns: null };
  const until = new Date(now.getTime() + SHOWN_DAYS * DAY_MS);
  const away = await awayBetween(db, portalId, { fromAt: now, untilAt: until });
  const question = questionOf({ rota: settings, overrides: [], away });
  const turns = question === null ? [] : turnsAhead({ ...question, now }, until);
  const names = await namesOfPeople(
    db,
    portalId,
    turns.flatMap(({ userIds }) => userIds),
  );
  return {
    problems,
    turns: turns.map(({ userIds, fromAt, untilAt }) => ({
      people: userIds.map((id) => ({ id, name: names.get(id) ?? null })),
      fromAt: fromAt.toISOString(),
      untilAt: untilAt.toISOString(),
    })),
  };
}
