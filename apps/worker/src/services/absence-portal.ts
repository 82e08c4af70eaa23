import type { ActAs } from "@botdeck/portal-clients";
import { AppError } from "@botdeck/core";
import { AbsenceRecordSetting, markAbsence, recordOf, unmarkAbsence } from "@botdeck/crm";
import type { Portal } from "@botdeck/db";
import type { B24Client } from "@botdeck/b24-client";

/** Where a granted absence stands on the portal; null for where it does not. */
export type Marks = { eventId: string | null; recordRef: string | null };

/** What the portal is to show. Each version of a request is a cause of its own. */
export type ToMark = {
  portalId: string;
  personId: string;
  personName: string;
  absenceId: string;
  version: number;
  days: { fromDay: string; toDay: string; fromNoon: boolean; untilNoon: boolean };
  timeZone: string;
  /** In words, such as "paid vacation". */
  name: string;
  comment: string;
};

/** Writes absences into the portal with the rights of the person they are of, and takes them out again. */
export type AbsencePortal = {
  mark(absence: ToMark): Promise<string>;
  unmark(whose: { portalId: string; personId: string }, eventId: string): Promise<void>;
  /** @param setting As `AbsenceRecordSetting` has it. */
  record(setting: unknown, absence: ToMark): Promise<string | null>;
  withdraw(setting: unknown, whose: { portalId: string; personId: string }, ref: string): Promise<void>;
};

type Deps = {
  portalById: (portalId: string) => Promise<Portal | null>;
  actAs: ActAs;
  /** With the rights of whoever installed the app: only a process takes them. */
  clientOf: (portalId: string) => Promise<B24Client>;
};

/** Looks and writes take so long at most, in milliseconds. */
const WORK_MS = 30_000;
const OPTIONS = { lane: "crm" } as const;

export function createAbsencePortal({ portalById, actAs, clientOf }: Deps): AbsencePortal {
  async function asPerson({ portalId, personId }: { portalId: string; personId: string }): Promise<B24Client> {
    const portal = await portalById(portalId);
    if (portal === null) throw new AppError("not_found", "The portal is not connected any more");
    return (await actAs(portal, personId, { atLeastMs: WORK_MS })).client;
  }

  async function recordFor(setting: unknown, whose: { portalId: string; personId: string }) {
    const read = AbsenceRecordSetting.parse(setting);
    // Where nothing is kept nobody's rights are needed.
    if (read.kind === "calendar") return null;
    return recordOf(read, { client: await asPerson(whose), admin: await clientOf(whose.portalId) }, OPTIONS);
  }

  const keyOf = ({ absenceId, version }: ToMark) => `${absenceId}.${version}`;

  return {
    async mark(absence) {
      const { personId, days, name, timeZone } = absence;
      return markAbsence(await asPerson(absence), { personId, days, name, key: keyOf(absence), timeZone }, OPTIONS);
    },
    unmark: async (whose, eventId) => unmarkAbsence(await asPerson(whose), eventId, OPTIONS),
    async record(setting, absence) {
      const { personId, personName, days, name, comment } = absence;
      const title = `${personName}: ${name}`;
      const made = { key: keyOf(absence), personId, personName, title, kind: name, days, comment };
      return (await (await recordFor(setting, absence))?.record(made)) ?? null;
    },
    withdraw: async (setting, whose, ref) => (await recordFor(setting, whose))?.withdraw(ref),
  };
}

const FOR_GOOD: ReadonlySet<string> = new Set(["forbidden", "invalid", "unsupported", "not_found", "rejected"]);

/** True for an answer of the portal that no second try would change. */
export const isForGood = (error: unknown): boolean => error instanceof AppError && FOR_GOOD.has(error.code);
