import { type Absence, type Database, grantedOn, WORKING_KINDS } from "@botdeck/db";

const DAY_MS = 86_400_000;

/** What was granted in a stretch of time, of all people; a day more on both sides, for days are those of each rota's time zone. */
export async function awayBetween(
  db: Database,
  portalId: string,
  { fromAt, untilAt }: { fromAt: Date; untilAt: Date },
): Promise<Absence[]> {
  const fromDay = dayOf(fromAt.getTime() - DAY_MS);
  const toDay = dayOf(untilAt.getTime() + DAY_MS);
  const granted = await grantedOn(db, portalId, { fromDay, toDay, fromNoon: false, untilNoon: false });
  return granted.filter(({ kind }) => !WORKING_KINDS.includes(kind));
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
