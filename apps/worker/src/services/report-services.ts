import type { ReportServices } from "@botdeck/bots";
import type { Whose } from "@botdeck/contracts";
import { countForReport, gatherReport } from "@botdeck/crm";
import { buildReport } from "@botdeck/crm/report";
import {
  addSchedule,
  type DatabaseHandle,
  ensureConversation,
  keepFile,
  readKeptFileName,
  schedulesOf,
  stopSchedule,
} from "@botdeck/db";

import { nextTime } from "../upkeep/next-time.ts";
import { asPerson, type AsPersonDeps } from "./as-person.ts";
import type { DirectoryOf } from "./directories.ts";
import type { Speaking } from "./portal-services.ts";
import type { ReportReader } from "./report-reader.ts";

/** More deals are read by a workflow: an answer has to come within seconds. */
const MOST_AT_ONCE = 200;
const NOTHING = { deals: [], before: [], moves: [] };

export type ReportServicesDeps = AsPersonDeps & {
  db: DatabaseHandle["db"];
  directoryOf: DirectoryOf;
  reader: ReportReader;
  now?: () => number;
};

/** What the report bot asks portals, each time with the rights of who asks. */
export function createReportServices({ db, directoryOf, reader, now = Date.now, ...deps }: ReportServicesDeps): {
  of(speaking: Speaking): ReportServices;
} {
  return {
    of(speaking) {
      const { portalId, botId, dialog, person } = speaking;
      const as = asPerson(deps, speaking);
      const owner = { portalId, botId, dialogId: dialog.id, ownerId: person.id };
      const { hasOwnerRights } = as;

      return {
        hasOwnerRights,

        read: (query) =>
          as.read(async ({ client }, options) => {
            const assignedTo = await reader.assigneesOf(portalId, person.id, query.whose);
            const count = await countForReport(client, query, assignedTo, options);
            const pipeline = await reader.stagesOf(portalId);
            // With nothing to show there is nothing to compare.
            if (count.now === 0) return { kind: "report", report: buildReport({ ...NOTHING, pipeline }), rows: [] };
            if (count.now + count.before > MOST_AT_ONCE) return { kind: "many", total: count.now };
            const gathered = await gatherReport(client, { period: query, assignedTo, stages: pipeline }, options);
            const rows = await reader.rowsOf(portalId, gathered, query.timeZone);
            return { kind: "report", report: gathered.report, rows };
          }),

        async mayAsk(whose) {
          if (whose.kind === "own" || !(await hasOwnerRights())) return true;
          return await leads(whose);
        },

        async nameOf(kind, id) {
          const directory = await directoryOf(portalId);
          if (kind === "person") return (await directory.person(id))?.name ?? null;
          return (await directory.department(id))?.name ?? null;
        },

        async keepFile({ key, language, ...file }) {
          const conversation = await db.transaction((tx) =>
            ensureConversation(tx, { portalId, botId, dialog, person, language }),
          );
          const ids = { portalId, botId, conversationId: conversation.id };
          return (await keepFile(db, { ...ids, sourceFileId: reportFileId(person.id, key), ...file })).id;
        },

        ownFile: (id) =>
          readKeptFileName(db, { id, botId, dialogId: dialog.id, sourcePrefix: reportFileId(person.id, "") }),

        schedules: {
          add({ key, language, input, recurrence, timeZone }) {
            const about = { name: "report", input, recurrence, timeZone, language };
            const nextAt = nextTime(recurrence, timeZone, new Date(now()));
            const dialogType = dialog.type === "group" ? ("group" as const) : ("private" as const);
            return addSchedule(db, { id: key, ...owner, ownerName: person.name, dialogType, ...about, nextAt });
          },
          mine: async () =>
            (await schedulesOf(db, owner)).map(({ id, input, recurrence }) => ({ id, input, recurrence })),
          stop: (id) => stopSchedule(db, owner, id),
        },
      };

      /** Whether the person leads all whose deals these are. */
      async function leads(whose: Whose): Promise<boolean> {
        const ids = await reader.assigneesOf(portalId, person.id, whose);
        if (ids === null) return false;
        const directory = await directoryOf(portalId);
        for (const id of ids) {
          if (id !== person.id && !(await directory.headsAbove(id)).includes(person.id)) return false;
        }
        return true;
      }
    },
  };
}

/** Retention knows files of reports by how these begin; whose they are stands in it. */
export const reportFileId = (personId: string, key: string): string => `report:${personId}:${key}`;
