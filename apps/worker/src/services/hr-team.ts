import type { Away, AbsenceSpan, Out, TeamAway } from "@botdeck/bots";
import type { B24Client } from "@botdeck/b24-client";
import { AppError } from "@botdeck/core";
import { type BusyTime, type Directory, whoIsBusy } from "@botdeck/crm";
import { type Absence, absentOn, type DatabaseHandle, grantedOn, WORKING_KINDS } from "@botdeck/db";

import { answerInTime } from "./answer-in-time.ts";

/** Of more people the calendars are not asked: what was granted here is told all the same. */
const MOST_ASKED = 300;

export type HrTeamDeps = {
  db: DatabaseHandle["db"];
  directoryOf: (portalId: string) => Promise<Directory>;
  /** Names and absences are visible to everybody, so any client of the portal does. */
  clientOf: (portalId: string) => Promise<B24Client>;
};

/** Who is away, from what was granted here and from the portal's calendars and absence chart. */
export type HrTeam = {
  /** Colleagues of a person's own department; null for who belongs to none. */
  around(portalId: string, personId: string, days: AbsenceSpan): Promise<TeamAway | null>;
  /** Whether somebody is away on a day, `YYYY-MM-DD`. */
  isAway(portalId: string, personId: string, day: string): Promise<boolean>;
  /** Who of some people is away on a day. */
  awayOf(portalId: string, people: readonly string[], day: string): Promise<ReadonlySet<string>>;
  whoIsOut(portalId: string, days: Days, departmentId?: string): Promise<Out[]>;
};
type Days = { fromDay: string; toDay: string };

export function createHrTeam({ db, directoryOf, clientOf }: HrTeamDeps): HrTeam {
  /** A calendar that cannot be read in time makes nobody absent. */
  async function absentInCalendars(portalId: string, people: readonly string[], days: Days): Promise<BusyTime[]> {
    if (people.length === 0 || people.length > MOST_ASKED) return [];
    try {
      const { fromDay, toDay } = days;
      const busy = await answerInTime(async (signal) =>
        whoIsBusy(await clientOf(portalId), { people, fromDay, toDay }, { lane: "command", signal }),
      );
      return busy.filter(({ isAbsent }) => isAbsent);
    } catch (error) {
      if (error instanceof AppError) return [];
      throw error;
    }
  }

  /** What was granted here goes before what a calendar shows of the same days, which may be our own mark. */
  async function outOf(portalId: string, people: readonly { id: string; name: string }[], days: Days): Promise<Out[]> {
    const ids = people.map(({ id }) => id);
    const [granted, busy] = await Promise.all([
      grantedOn(db, portalId, days, ids),
      absentInCalendars(portalId, ids, days),
    ]);
    const known = granted.map(outOfRow);
    const seen = busy
      .filter((time) => !known.some((each) => each.id === time.personId && touch(each, time)))
      .map(({ personId, fromDay, toDay }): Out => ({ id: personId, name: "", fromDay, toDay, how: "away" }));
    const nameOf = new Map(people.map(({ id, name }) => [id, name]));
    return merged([...known, ...seen])
      .map((each) => ({ ...each, name: nameOf.get(each.id) ?? each.name }))
      .toSorted((one, other) => one.fromDay.localeCompare(other.fromDay) || one.name.localeCompare(other.name));
  }

  async function awayOf(portalId: string, people: readonly string[], day: string): Promise<ReadonlySet<string>> {
    const days = { fromDay: day, toDay: day };
    const granted = await absentOn(db, portalId, days, people);
    const others = people.filter((id) => !granted.has(id));
    const busy = await absentInCalendars(portalId, others, days);
    return new Set([...granted, ...busy.map(({ personId }) => personId)]);
  }

  return {
    async around(portalId, personId, days) {
      const directory = await directoryOf(portalId);
      const department = await directory.departmentOf(personId);
      if (department === null) return null;
      const members = await directory.membersOf(department.id);
      const others = members.filter(({ id }) => id !== personId);
      const out = await outOf(portalId, others, days);
      const away = out.filter(({ how }) => how === "away");
      return { size: others.length + 1, away: firstOfEach(away) };
    },

    awayOf,
    isAway: async (portalId, personId, day) => (await awayOf(portalId, [personId], day)).has(personId),

    async whoIsOut(portalId, days, departmentId) {
      const directory = await directoryOf(portalId);
      if (departmentId !== undefined) {
        return outOf(portalId, await directory.membersOf(departmentId, { isWhole: true }), days);
      }
      return outOf(portalId, await directory.everybody(), days);
    },
  };
}

const outOfRow = ({ personId, personName, kind, fromDay, toDay }: Absence): Out => ({
  id: personId,
  name: personName,
  fromDay,
  toDay,
  how: WORKING_KINDS.includes(kind) ? "remote" : "away",
});

const touch = (one: Days, other: Days) => one.fromDay <= other.toDay && one.toDay >= other.fromDay;

/** A calendar may show several events of one time away. */
function merged(all: readonly Out[]): Out[] {
  const out: Out[] = [];
  for (const each of all) {
    const same = out.find(({ id, how }) => id === each.id && how === each.how);
    if (same === undefined || !touch(same, each)) out.push({ ...each });
    else {
      same.fromDay = same.fromDay < each.fromDay ? same.fromDay : each.fromDay;
      same.toDay = same.toDay > each.toDay ? same.toDay : each.toDay;
    }
  }
  return out;
}

/** People are counted, not their absences. */
const firstOfEach = (away: readonly Away[]): Away[] =>
  away.filter(({ id }, index) => away.findIndex((other) => other.id === id) === index);
