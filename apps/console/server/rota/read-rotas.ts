import { type Database, grantedOn, namesOfPeople, rotasOfPortal, WORKING_KINDS } from "@botdeck/db";
import { awayOf, RotaLayers } from "@botdeck/notifications";

import { turnsAhead } from "./turns-ahead.ts";

const SHOWN_DAYS = 14;
const DAY_MS = 86_400_000;

export type ReadRota = Awaited<ReturnType<typeof readRotas>>[number];

/** The rotas of a portal with who is on call in them for two weeks; without turns where a rota's layers cannot be read. */
export async function readRotas(db: Database, portalId: string, now: Date) {
  const until = new Date(now.getTime() + SHOWN_DAYS * DAY_MS);
  // A day more on both sides: days of absences are those of the rota's time zone.
  const fromDay = dayOf(new Date(now.getTime() - DAY_MS));
  const toDay = dayOf(new Date(until.getTime() + DAY_MS));
  const [rotas, granted] = await Promise.all([
    rotasOfPortal(db, portalId, now),
    grantedOn(db, portalId, { fromDay, toDay, fromNoon: false, untilNoon: false }),
  ]);
  const away = granted.filter(({ kind }) => !WORKING_KINDS.includes(kind));

  const read = rotas.map(({ id, name, timeZone, layers: stored, overrides }) => {
    const layers = RotaLayers.safeParse(stored).data ?? null;
    // Of two that overlap, the one that was made later counts.
    const agreed = overrides
      .filter(({ state }) => state === "agreed")
      .toSorted((one, other) => one.createdAt.getTime() - other.createdAt.getTime());
    const absences = away.map((days) => awayOf(days, timeZone));
    const question = layers && { rota: { timeZone, layers }, overrides: agreed, absences, now };
    return { id, name, timeZone, overrides, turns: question === null ? null : turnsAhead(question, until) };
  });
  const ids = read.flatMap(({ turns }) => (turns ?? []).flatMap(({ userIds }) => userIds));
  const met = await namesOfPeople(db, portalId, ids);
  const named = rotas.flatMap(({ overrides }) => overrides.map(({ userId, userName }) => [userId, userName] as const));
  const names: ReadonlyMap<string, string> = new Map([...named, ...met]);
  return read.map((rota) => ({ ...rota, names }));
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
