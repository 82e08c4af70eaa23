import { localOf } from "@botdeck/core/working-time";
import { type DatabaseHandle, grantedOn, listRotas, overridesOf, type Rota, WORKING_KINDS } from "@botdeck/db";
import {
  awayOf,
  onCallAt,
  type OnCallQuestion,
  type OnCallTurn,
  type PersonTime,
  RotaLayers,
  turnsIn,
} from "@botdeck/notifications";

const DAY_MS = 86_400_000;
/** So far ahead absences and overrides are asked for: no further is it told who is on call next. */
const AHEAD_MS = 91 * DAY_MS;

type Span = { fromAt: Date; untilAt: Date };

/** Who is on call on a portal, with what people have changed of the rotas and who is away by what was granted. */
export type OnCall = {
  /** Nobody for a rota whose layers cannot be read. */
  of(rota: Rota, now: Date): Promise<{ userIds: string[]; until: Date }>;
  /** Who is on call in a stretch of time, one after the other. */
  turns(rota: Rota, span: Span): Promise<OnCallTurn[]>;
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
    portalId: string,
    timeZone: string,
    { fromAt, untilAt }: Span,
    userIds: readonly string[],
  ): Promise<PersonTime[]> {
    const dayOf = (at: number) => localOf(new Date(at).toISOString(), timeZone).day;
    const days = { fromDay: dayOf(fromAt.getTime() - DAY_MS), toDay: dayOf(untilAt.getTime()) };
    const granted = await grantedOn(db, portalId, days, [...new Set(userIds)]);
    return granted.filter(({ kind }) => !WORKING_KINDS.includes(kind)).map((each) => awayOf(each, timeZone));
  }

  /** Null for layers that cannot be read. */
  async function questionOf(rota: Rota, span: Span): Promise<Omit<OnCallQuestion, "now"> | null> {
    const read = RotaLayers.safeParse(rota.layers);
    if (!read.success) return null;
    const { id, portalId, timeZone } = rota;
    const rows = await overridesOf(db, [id], { from: span.fromAt, until: span.untilAt });
    const overrides = rows.map(({ userId, fromAt, untilAt }) => ({ userId, fromAt, untilAt }));
    const people = [...read.data.flatMap((layer) => layer.people), ...overrides.map(({ userId }) => userId)];
    const absences = await absencesOf(portalId, timeZone, span, people);
    return { rota: { timeZone, layers: read.data }, overrides, absences };
  }

  const ahead = (at: Date) => new Date(at.getTime() + AHEAD_MS);

  async function of(rota: Rota, now: Date): Promise<{ userIds: string[]; until: Date }> {
    const question = await questionOf(rota, { fromAt: now, untilAt: ahead(now) });
    return question === null ? { userIds: [], until: ahead(now) } : onCallAt({ ...question, now });
  }

  return {
    of,

    async turns(rota, span) {
      // A turn that begins before the end is looked at whole: who is next is told until then.
      const question = await questionOf(rota, { ...span, untilAt: ahead(span.untilAt) });
      return question === null ? [{ userId: null, ...span }] : turnsIn(question, span);
    },

    async named(portalId, name, now) {
      const rota = (await listRotas(db, portalId)).find((each) => each.name.toLowerCase() === name.toLowerCase());
      return rota === undefined ? [] : (await of(rota, now)).userIds;
    },

    async awayNow({ portalId }, userIds, now) {
      if (userIds.length === 0) return new Set();
      const absences = await absencesOf(portalId, await timeZoneOf(portalId), { fromAt: now, untilAt: now }, userIds);
      return new Set(
        absences.filter(({ fromAt, untilAt }) => fromAt <= now && now < untilAt).map(({ userId }) => userId),
      );
    },
  };
}
