import { buildReport, type ReportDeal } from "@botdeck/crm/report";
import { AppError } from "@botdeck/core";
import { z } from "zod";

import type { ReportSchedule, ReportServices } from "../services.ts";

const STAGES = [
  { id: "NEW", name: "New", categoryId: "0", order: 0, outcome: "open" as const },
  { id: "OFFER", name: "Offer", categoryId: "0", order: 1, outcome: "open" as const },
  { id: "WON", name: "Paid", categoryId: "0", order: 2, outcome: "won" as const },
  { id: "LOSE", name: "Too expensive", categoryId: "0", order: 3, outcome: "lost" as const },
];
const PIPELINE = {
  funnels: [{ id: "0", name: "Sales", stages: STAGES }],
  byId: new Map(STAGES.map((stage) => [stage.id, stage])),
};
const MANY = 200;
const MOST_SCHEDULES = 10;

const Deal = z.strictObject({
  /** `YYYY-MM-DD`. */
  on: z.string(),
  stage: z.string().default("NEW"),
  amount: z.number().default(100),
  currency: z.string().default("RUB"),
  by: z.string().default("101"),
  title: z.string().default("A deal"),
});

/** A portal as a conversation with the report bot needs it. */
export const GivenReports = z.strictObject({
  deals: z.array(Deal).default([]),
  /** So many there are said to be. */
  total: z.number().nullable().default(null),
  names: z.record(z.string(), z.string()).default({}),
  hasOwnerRights: z.boolean().default(false),
  mayAskOthers: z.boolean().default(true),
  fails: z.enum(["forbidden", "unreachable", "unsupported"]).nullable().default(null),
});
export type GivenReports = z.output<typeof GivenReports>;

/** The services of a portal on which all is as it was given. */
export function openReports(given: GivenReports): ReportServices {
  const files = new Map<string, string>();
  const schedules: ReportSchedule[] = [];
  const all: (ReportDeal & { on: string; by: string })[] = given.deals.map(({ on, stage, by, ...deal }, index) => ({
    ...deal,
    id: String(index + 1),
    stageId: stage,
    assignedById: by,
    createdAt: `${on}T09:00:00Z`,
    on,
    by,
  }));
  return {
    async read({ from, to, whose }) {
      if (given.fails !== null) throw new AppError(given.fails, "As it was given");
      if ((given.total ?? 0) > MANY) return { kind: "many", total: given.total ?? 0 };
      const isTheirs = ({ by }: { by: string }) => whose.kind !== "person" || by === whose.id;
      const deals = all.filter((deal) => deal.on >= from && deal.on <= to && isTheirs(deal));
      const before = all.filter((deal) => deal.on < from && isTheirs(deal));
      const rows = deals.map(({ id, title, amount, currency, stageId, by, on }) => ({
        id,
        title,
        amount,
        currency,
        stage: PIPELINE.byId.get(stageId)?.name ?? "",
        person: given.names[by] ?? "",
        createdOn: on,
      }));
      return { kind: "report", report: buildReport({ deals, before, moves: [], pipeline: PIPELINE }), rows };
    },
    mayAsk: async ({ kind }) => kind === "own" || given.mayAskOthers,
    nameOf: async (_kind, id) => given.names[id] ?? null,
    hasOwnerRights: async () => given.hasOwnerRights,
    async keepFile({ name }) {
      const id = `00000000-0000-4000-8000-${String(files.size).padStart(12, "0")}`;
      files.set(id, name);
      return id;
    },
    ownFile: async (id) => files.get(id) ?? null,
    schedules: {
      async add({ key, input, recurrence }) {
        const isThere = schedules.some((one) => JSON.stringify(one.input) === JSON.stringify(input));
        if (isThere) return "same";
        if (schedules.length >= MOST_SCHEDULES) return "many";
        schedules.push({ id: key, input, recurrence });
        return "added";
      },
      mine: async () => [...schedules],
      async stop(id) {
        const at = schedules.findIndex((one) => one.id === id);
        return at >= 0 && schedules.splice(at, 1).length > 0;
      },
    },
  };
}
