import { z } from "zod";

import { addRecord, type CrmChange } from "../crm/add-record.ts";
import { DEAL } from "../crm/entity-kind.ts";
import { dayOf, enterStage, stagesOf } from "../crm/stages.ts";
import type { Portal } from "../portal.ts";
import type { CrmRecord, CrmStatus, StageChange } from "../state/crm.ts";
import { nextId } from "../state/state.ts";
import { isoDate } from "../wire/iso-date.ts";
import { createRandom, pick } from "./random.ts";

const DAY_MS = 86_400_000;
const MONTH_DAYS = 30;
const [CREATED, MOVED_ON, CAME_TO_AN_END] = [1, 2, 3] as const;
/** Of a hundred steps, so many lose the deal, leave a stage out, and go back by one. */
const LOSES = 0.12;
const LEAVES_OUT = 0.12;
const GOES_BACK = 0.06;
const LONGEST_STEP_DAYS = 50;
const AMOUNTS = [12_500, 18_000, 24_900, 39_000, 64_000, 96_000, 180_000, 230_000] as const;
const DOLLARS = 90;
const TITLES = [
  "Office desks",
  "Кухонный гарнитур",
  "Lamps for a hall",
  "Шкаф-купе",
  "Bookshelves",
  "Стулья для кафе",
  "Meeting table",
  "Ремонт кресел",
] as const;

/** A year of a company that sells: deals with all that happened to them on the way. */
export const Sales = z.object({
  deals: z.number().int().min(1).max(100_000),
  months: z.number().int().min(1).max(60).default(12),
  /** Whose deals they are, by their numbers; the first ones sell more than the last. */
  owners: z.array(z.number().int()).min(1),
  /** Numbers of the funnels that they go through. */
  funnels: z.array(z.number().int()).min(1).default([0]),
  /** ISO 4217, of which the first one is the usual one. */
  currencies: z.array(z.string().length(3)).min(1).default(["RUB"]),
});
export type Sales = z.infer<typeof Sales>;

/** What the people of the demo company's sales have sold: their head 3, then 7 to 11; funnel 1 is that of repairs. */
export const DEMO_SALES: z.input<typeof Sales> = {
  deals: 300,
  owners: [3, 7, 8, 9, 10, 11],
  funnels: [0, 1],
  currencies: ["RUB", "USD"],
};

type Step = { dealId: number; at: number; stage: CrmStatus; kind: StageChange["kind"] };

/** Adds the deals in the order in which they were made, and their steps in the order in which they were taken. */
export function seedSales(portal: Portal, sales: Sales): void {
  const random = createRandom(20_260_715);
  const now = portal.now().getTime();
  const periodMs = sales.months * MONTH_DAYS * DAY_MS;
  const made = Array.from({ length: sales.deals }, () => now - random() * periodMs).toSorted(
    (one, other) => one - other,
  );
  const steps = made.flatMap((at) => {
    const deal = addDeal(portal, sales, random, at);
    return takeSteps(portal, deal, { random, at, now });
  });
  for (const { dealId, at, stage, kind } of steps.toSorted((one, other) => one.at - other.at)) {
    const deal = portal.state.deals.get(dealId);
    if (deal !== undefined) keepStep(portal, deal, stage, kind, isoDate(new Date(at)));
  }
}

function addDeal(portal: Portal, sales: Sales, random: () => number, at: number): CrmRecord {
  const { state } = portal;
  const moment = isoDate(new Date(at));
  const currencyId = random() < 0.7 ? (sales.currencies[0] ?? "RUB") : (sales.currencies.at(-1) ?? "RUB");
  const amount = pick(random, AMOUNTS);
  const contact = [...state.contacts.keys()][Math.floor(random() * state.contacts.size)];
  const change: CrmChange = {
    title: `${pick(random, TITLES)} № ${state.deals.size + 1}`,
    // The square of a number below 1 is rather small.
    assignedById: sales.owners[Math.floor(random() ** 2 * sales.owners.length)] ?? 1,
    categoryId: sales.funnels[random() < 0.75 ? 0 : sales.funnels.length - 1] ?? 0,
    opportunity: currencyId === "RUB" ? amount : Math.round(amount / DOLLARS),
    currencyId,
    opened: "N",
    contacts: contact === undefined ? [] : [{ id: contact, sort: 10, isPrimary: true }],
    createdTime: moment,
    updatedTime: moment,
    begindate: dayOf(moment),
  };
  const deal = addRecord(portal, DEAL, change, Number(change["assignedById"]));
  // What `addRecord` has written down happened now.
  const last = state.counters["stageChange"] ?? 0;
  state.stageChanges.delete(last);
  state.counters["stageChange"] = last - 1;
  return deal;
}

/** From the first stage on, until the deal ends or today has come. */
function takeSteps(
  portal: Portal,
  deal: CrmRecord,
  { random, at, now }: { random: () => number; at: number; now: number },
): Step[] {
  const stages = stagesOf(portal.state, DEAL, deal.categoryId ?? 0);
  const open = stages.filter(({ semantics }) => semantics === null);
  const won = stages.find(({ semantics }) => semantics === "S");
  const lost = stages.filter(({ semantics }) => semantics === "F");
  const [first] = open;
  if (first === undefined) return [];
  const steps: Step[] = [{ dealId: deal.id, at, stage: first, kind: CREATED }];
  let place = 0;
  let moment = at;
  for (;;) {
    moment += (0.5 + random() * (LONGEST_STEP_DAYS - 0.5)) * DAY_MS;
    if (moment > now) return steps;
    const chance = random();
    const [end, ...others] = chance < LOSES ? lost : place >= open.length - 1 ? [won] : [];
    if (end !== undefined) {
      const stage = pick(random, [end, ...others.filter((one) => one !== undefined)]);
      return [...steps, { dealId: deal.id, at: moment, stage, kind: CAME_TO_AN_END }];
    }
    if (chance > 1 - GOES_BACK && place > 0) place -= 1;
    else place += chance > 1 - GOES_BACK - LEAVES_OUT ? 2 : 1;
    place = Math.min(place, open.length - 1);
    steps.push({ dealId: deal.id, at: moment, stage: open[place] ?? first, kind: MOVED_ON });
  }
}

function keepStep({ state }: Portal, deal: CrmRecord, stage: CrmStatus, kind: StageChange["kind"], at: string): void {
  enterStage(deal, stage, at);
  Object.assign(deal, { movedTime: at, updatedTime: at, lastActivityTime: at });
  const id = nextId(state, "stageChange");
  const change: StageChange = {
    id,
    entityTypeId: DEAL.entityTypeId,
    ownerId: deal.id,
    kind,
    at,
    categoryId: deal.categoryId ?? 0,
    stageId: stage.statusId,
    stageSemanticId: stage.semantics ?? "P",
  };
  state.stageChanges.set(id, change);
}
