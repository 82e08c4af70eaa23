import { type Database, listRotas, namesOfPeople, standingOverrides } from "@botdeck/db";
import { type OnCallTurn, type PersonTime, turnsIn } from "@botdeck/notifications";

import { awayBetween } from "./away-between.ts";
import { questionOf } from "./question-of.ts";

const DAY_MS = 86_400_000;
/** So much more is looked at on both sides, so that turns are shown with their own ends. */
const MORE_MS = 15 * DAY_MS;

type Span = { fromAt: Date; untilAt: Date };

/** A turn with its ends, as far as they are near enough to be known. */
export type CalendarTurn = { userId: string | null; fromAt: Date | null; untilAt: Date | null };

export type ReadCalendar = Awaited<ReturnType<typeof readCalendar>>;

/** Who is on call in a stretch of time by each rota of a portal: by each of its layers, by what was swapped, and in the end. */
export async function readCalendar(db: Database, portalId: string, span: Span) {
  const wide = { fromAt: before(span.fromAt), untilAt: after(span.untilAt) };
  const rows = await listRotas(db, portalId);
  const ids = rows.map(({ id }) => id);
  const [overrides, away] = await Promise.all([standingOverrides(db, ids, wide), awayBetween(db, portalId, wide)]);
  const rotas = rows.map((rota) => {
    const own = overrides.filter(({ rotaId }) => rotaId === rota.id);
    const question = questionOf({ rota, overrides: own, away });
    const shown = own.filter((override) => touches(override, span));
    const { id, name, timeZone } = rota;
    if (question === null)
      return { id, name, timeZone, isBroken: true, turns: [], layers: [], overrides: shown, away: [] };
    const inWeek = (asked: typeof question) =>
      turnsIn(asked, wide)
        .filter((turn) => touches(turn, span))
        .map((turn) => withKnownEnds(turn, wide));
    const layers = question.rota.layers.map((layer) =>
      inWeek({ rota: { timeZone, layers: [layer] }, overrides: [], absences: [] }).filter(
        ({ userId }) => userId !== null,
      ),
    );
    const absent = question.absences.filter((each) => touches(each, span));
    return { id, name, timeZone, isBroken: false, turns: inWeek(question), layers, overrides: shown, away: absent };
  });
  const people = rotas.flatMap(({ turns, layers, away: absent }) => [
    ...[...turns, ...layers.flat()].flatMap(({ userId }) => userId ?? []),
    ...absent.map(({ userId }) => userId),
  ]);
  const met = await namesOfPeople(db, portalId, people);
  const swapped = overrides.map(({ userId, userName }) => [userId, userName] as const);
  const names: ReadonlyMap<string, string> = new Map([...swapped, ...met]);
  return { rotas, names };
}

const before = (at: Date) => new Date(at.getTime() - MORE_MS);
const after = (at: Date) => new Date(at.getTime() + MORE_MS);

const touches = ({ fromAt, untilAt }: Span | PersonTime, span: Span): boolean =>
  fromAt < span.untilAt && untilAt > span.fromAt;

function withKnownEnds({ userId, fromAt, untilAt }: OnCallTurn, wide: Span): CalendarTurn {
  return {
    userId,
    fromAt: fromAt <= wide.fromAt ? null : fromAt,
    untilAt: untilAt >= wide.untilAt ? null : untilAt,
  };
}
