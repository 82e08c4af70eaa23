import type { HrServices } from "@botdeck/bots";
import { AppError } from "@botdeck/core";
import {
  absencesOf,
  addToComment,
  type DatabaseHandle,
  editAbsence,
  noteReason,
  openAbsence,
  type Portal,
  readAbsence,
} from "@botdeck/db";
import type { ActAs } from "@botdeck/portal-clients";

import { answerInTime } from "./answer-in-time.ts";
import type { DirectoryOf } from "./directories.ts";
import type { HrTeam } from "./hr-team.ts";
import { isAdmin } from "./is-admin.ts";
import type { Speaking } from "./portal-services.ts";

/** Somebody waits for the answer, in milliseconds: without it they are told less. */
const BUDGET_MS = 4_000;

type Deps = {
  db: DatabaseHandle["db"];
  team: HrTeam;
  directoryOf: DirectoryOf;
  portalById: (portalId: string) => Promise<Portal | null>;
  actAs: ActAs;
};

/** What the HR bot asks about whoever speaks. Requests are ours; who leads whom and who is away is the portal's to say. */
export function createHrServices({ db, team, directoryOf, portalById, actAs }: Deps): {
  of(speaking: Speaking): HrServices;
} {
  return {
    of({ portalId, botId, person }) {
      const asker = { portalId, personId: person.id };
      return {
        absences: {
          open: (asked) => openAbsence(db, { ...asker, botId, personName: person.name, ...asked }),
          edit: (id, asked) => editAbsence(db, { id, ...asker }, asked),
          read: (id) => readAbsence(db, { id, portalId }),
          mine: (days) => absencesOf(db, asker, days),
          noteReason: (about, words) => noteReason(db, { ...about, portalId }, words),
          answer: async (id, words) => (await addToComment(db, { id, ...asker }, words)) !== null,
        },
        team: {
          // What speaks against some days is good to know, and no reason to refuse them when the portal is away.
          around: (days) => answerInTime(() => team.around(portalId, person.id, days), BUDGET_MS).catch(unlessAway),
          whoIsOut: (days, departmentId) => answerInTime(() => team.whoIsOut(portalId, days, departmentId), BUDGET_MS),
          nameOf: async (userId) => (await (await directoryOf(portalId)).person(userId))?.name ?? userId,
          isAdmin: () => isAdmin(asker, { portalById, actAs, directoryOf }),
        },
      };
    },
  };
}

function unlessAway(error: unknown): null {
  if (error instanceof AppError) return null;
  throw error;
}
