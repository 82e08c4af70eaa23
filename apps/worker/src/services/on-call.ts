import { localOf } from "@botdeck/core/working-time";
import {
  type Database,
  type DatabaseHandle,
  grantedOn,
  type HoldsTurn,
  listRotas,
  overridesOf,
  type Rota,
  WORKING_KINDS,
} from "@botdeck/db";
import {
  awayOf,
  onCallAt,
  type OnCallNow,
  type OnCallQuestion,
  type OnCallTurn,
  type PersonTime,
  RotaLayers,
  rotaNamed,
  turnsIn,
} from "@botdeck/notifications";

const DAY_MS = 86_400_000;
/** So far ahead absences and overrides are asked for: no further is it told who is on call next. */
const AHEAD_MS = 91 * DAY_MS;

type Span = { fromAt: Date; untilAt: Date };

type TurnsAs = {
  /** Whose absences do not count: the turns are theirs whether they are there or not. */
  thoughAway?: string;
  /** The transaction in which it is read. */
  inside?: Database;
};

/** Who is on call on a portal, with what people have changed of the rotas and who is away by what was granted. */
export type OnCall = {
  /** Nobody for a rota whose layers cannot be read. */
  of(rota: Rota, now: Date): Promise<OnCallNow>;
  /** Who is on call in a stretch of time, one after the other. */
  turns(rota: Rota, span: Span, as?: TurnsAs): Promise<OnCallTurn[]>;
  /** Whether a stretch is somebody's turn, be they away then or not: whoever is may have it taken over all the more. */
  holds: HoldsTurn;
  /** Whether somebody is away for a part of some stretches, by the days of the rota's time zone. */
  isAway(rota: Rota, userId: string, spans: readonly Span[]): Promise<boolean>;
  /** Of a rota by its name; nobody when there is none. */
  named(portalId: string, name: string, now: Date): Promise<string[]>;
  /** Those of some people who are away at a moment. */
  awayNow(where: { portalId: string }, userIds: readonly string[], now: Date): Promise<ReadonlySet<string>>;
};

/** @param deps.timeZoneOf The portal's, in which days of absences are meant where no rota says another. */
export function createOnCall(deps: {
  db: DatabaseHandle["db"];
  timeZoneOf: (portalId: string) => Promise<string>;
}): OnCall {
  const { db, timeZoneOf } = deps;

  async function absencesOf(
    inside: Database,
    portalId: string,
    timeZone: string,
    { fromAt, untilAt }: Span,
    userIds: readonly string[],
  ): Promise<PersonTime[]> {
    const dayOf = (at: number) => localOf(new Date(at).toISOString(), timeZone).day;
    const days = { fromDay: dayOf(fromAt.getTime() - DAY_MS), toDay: dayOf(untilAt.getTime()) };
    const granted = await grantedOn(inside, portalId, days, [...new Set(userIds)]);
    return granted.filter(({ kind }) => !WORKING_KINDS.includes(kind)).map((each) => awayOf(each, timeZone));
  }

  /** Null for layers that cannot be read. */
  async function questionOf(
    rota: Rota,
    span: Span,
    inside: Database = db,
  ): Promise<Omit<OnCallQuestion, "now"> | null> {
    const read = RotaLayers.safeParse(rota.layers);
    if (!read.success) return null;
    const { id, portalId, timeZone } = rota;
    const rows = await overridesOf(inside, [id], { from: span.fromAt, until: span.untilAt });
    const overrides = rows.map(({ userId, fromAt, untilAt }) => ({ userId, fromAt, untilAt }));
    const people = [...read.data.flatMap((layer) => layer.people), ...overrides.map(({ userId }) => userId)];
    const absences = await absencesOf(inside, portalId, timeZone, span, people);
    return { rota: { timeZone, layers: read.data }, overrides, absences };
  }

  const ahead = (at: Date) => new Date(at.getTime() + AHEAD_MS);

  async function of(rota: Rota, now: Date): Promise<OnCallNow> {
    const question = await questionOf(rota, { fromAt: now, untilAt: ahead(now) });
    return question === null ? { userIds: [], until: ahead(now), changes: false } : onCallAt({ ...question, now });
  }

  async function turns(rota: Rota, span: Span, { thoughAway, inside }: TurnsAs = {}): Promise<OnCallTurn[]> {
    const question = await questionOf(rota, span, inside);
    if (question === null) return [{ userId: null, ...span }];
    const absences = question.absences.filter(({ userId }) => userId !== thoughAway);
    return turnsIn({ ...question, absences }, span);
  }

  return {
    of,

    turns,

    async holds(tx, rota, { userId, ...span }) {
      const found = await turns(rota, span, { thoughAway: userId, inside: tx });
      return found.every((turn) => turn.userId === userId);
    },

    async isAway({ portalId, timeZone }, userId, spans) {
      for (const span of spans) {
        const absences = await absencesOf(db, portalId, timeZone, span, [userId]);
        if (absences.some(({ fromAt, untilAt }) => fromAt < span.untilAt && untilAt > span.fromAt)) return true;
      }
      return false;
    },

    async named(portalId, name, now) {
      const rota = rotaNamed(await listRotas(db, portalId), name);
      return rota === undefined ? [] : (await of(rota, now)).userIds;
    },

    async awayNow({ portalId }, userIds, now) {
      if (userIds.length === 0) return new Set();
      const timeZone = await timeZoneOf(portalId);
      const absences = await absencesOf(db, portalId, timeZone, { fromAt: now, untilAt: now }, userIds);
      return new Set(
        absences.filter(({ fromAt, untilAt }) => fromAt <= now && now < untilAt).map(({ userId }) => userId),
      );
    },
  };
}
