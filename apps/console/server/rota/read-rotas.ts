import { type Database, namesOfPeople, rotasOfPortal } from "@botdeck/db";
import { onCallAt } from "@botdeck/notifications";

import { awayBetween } from "./away-between.ts";
import { questionOf } from "./question-of.ts";
import { turnsAhead } from "./turns-ahead.ts";

const SHOWN_DAYS = 14;
/** So far ahead it is looked for the end of a turn. */
const KNOWN_DAYS = 91;
const DAY_MS = 86_400_000;

export type ReadRota = Awaited<ReturnType<typeof readRotas>>[number];

/** The rotas of a portal with who is on call in them for two weeks; without turns where a rota's layers cannot be read. */
export async function readRotas(db: Database, portalId: string, now: Date) {
  const after = (days: number) => new Date(now.getTime() + days * DAY_MS);
  const [rotas, away] = await Promise.all([
    rotasOfPortal(db, portalId, now),
    awayBetween(db, portalId, { fromAt: now, untilAt: after(KNOWN_DAYS) }),
  ]);
  const read = rotas.map((rota) => {
    const { id, name, timeZone, layers, dialogId, updatedAt, overrides } = rota;
    const question = questionOf({ rota, overrides: inOrder(overrides), away });
    const asked = question && { ...question, now };
    const turns = asked && turnsAhead(asked, after(SHOWN_DAYS));
    return { id, name, timeZone, layers, dialogId, updatedAt, overrides, turns, current: asked && onCallAt(asked) };
  });
  const ids = read.flatMap(({ turns }) => (turns ?? []).flatMap(({ userIds }) => userIds));
  const met = await namesOfPeople(db, portalId, ids);
  const named = rotas.flatMap(({ overrides }) => overrides.map(({ userId, userName }) => [userId, userName] as const));
  const names: ReadonlyMap<string, string> = new Map([...named, ...met]);
  return read.map((rota) => ({ ...rota, names }));
}

/** Of two that overlap, the one that was agreed to later counts. */
const inOrder = <Override extends { agreedAt: Date | null; createdAt: Date }>(overrides: readonly Override[]) =>
  overrides.toSorted((one, other) => since(one) - since(other));

const since = ({ agreedAt, createdAt }: { agreedAt: Date | null; createdAt: Date }) =>
  (agreedAt ?? createdAt).getTime();
