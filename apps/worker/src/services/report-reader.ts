import type { ReportRow } from "@botdeck/bots";
import type { B24Client } from "@botdeck/b24-client";
import type { Whose } from "@botdeck/contracts";
import { localOf } from "@botdeck/core/working-time";
import { createStageCache, type GatheredReport, type Stages } from "@botdeck/crm";

import type { DirectoryOf } from "./directories.ts";

export type ReportReaderDeps = {
  directoryOf: DirectoryOf;
  /** Sees what is the same for everybody: funnels. */
  clientOf: (portalId: string) => Promise<B24Client>;
  now?: () => number;
};

/** What is around the deals of a report and the same for everybody: who works where, and how stages are called. */
export type ReportReader = {
  stagesOf(portalId: string): Promise<Stages>;
  /** Whose deals; null for all that may be seen. */
  assigneesOf(portalId: string, askedBy: string, whose: Whose): Promise<readonly string[] | null>;
  rowsOf(portalId: string, gathered: GatheredReport, timeZone: string): Promise<readonly ReportRow[]>;
};

export function createReportReader({ directoryOf, clientOf, now = Date.now }: ReportReaderDeps): ReportReader {
  const stages = createStageCache(now);
  const stagesOf = async (portalId: string) => stages.of(portalId, await clientOf(portalId));

  return {
    stagesOf,

    async assigneesOf(portalId, askedBy, whose) {
      switch (whose.kind) {
        case "visible":
          return null;
        case "own":
          return [askedBy];
        case "person":
          return [whose.id];
        case "department": {
          const members = await (await directoryOf(portalId)).membersOf(whose.id, { isWhole: true });
          return members.map(({ id }) => id);
        }
      }
    },

    async rowsOf(portalId, { deals }, timeZone) {
      const [{ byId }, directory] = await Promise.all([stagesOf(portalId), directoryOf(portalId)]);
      const names = new Map<string, string>();
      for (const id of new Set(deals.map(({ assignedById }) => assignedById))) {
        names.set(id, (await directory.person(id))?.name ?? "");
      }
      return deals.map(({ id, title, amount, currency, stageId, assignedById, createdAt }) => ({
        id,
        title,
        amount,
        currency,
        stage: byId.get(stageId)?.name ?? "",
        person: names.get(assignedById) ?? "",
        createdOn: createdAt === "" ? "" : localOf(createdAt, timeZone).day,
      }));
    },
  };
}
