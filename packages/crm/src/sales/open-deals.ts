import type { B24Client, CallOptions, MethodParams } from "@botdeck/b24-client";
import { callTogether, command } from "@botdeck/b24-client";

import { must } from "../clients/told.ts";
import { type Deal, DEAL_FIELDS, dealOf } from "../deals/deal.ts";
import { type Sums, sumByCurrency } from "../deals/money.ts";
import { DEAL, type Stage, type Stages } from "../deals/stages.ts";

const PAGE_SIZE = 50;
/** A command may make five calls, and the funnels may have to be asked for first. */
const MOST_PAGES = 3;

export type OpenDeals = {
  /** By how far they have come in their funnels, the largest first. */
  deals: readonly (Deal & { stage: Stage | null })[];
  /** How many there are; more than are listed for whoever has more than 150. */
  total: number;
  sums: Sums;
  /** In the order of the funnels. */
  byStage: readonly { stage: Stage; count: number; sums: Sums }[];
};

/**
 * The deals that a person has under way: one call, three at most, in two requests.
 *
 * @param person.id Whose they are; what they may not see of them is not there.
 * @see Bitrix24 docs: crm/universal/crm-item-list
 */
export async function openDeals(
  client: B24Client,
  { personId, stages }: { personId: string; stages: Stages },
  options?: CallOptions,
): Promise<OpenDeals> {
  if (stages.open.length === 0) return { deals: [], total: 0, sums: [], byStage: [] };
  const page = (start: number): MethodParams<"crm.item.list"> => ({
    entityTypeId: DEAL,
    select: DEAL_FIELDS,
    // By the stages themselves: that a list can be filtered by their meaning is nowhere promised.
    filter: { assignedById: personId, "@stageId": stages.open },
    order: { id: "DESC" },
    start,
  });
  const first = await client.ask("crm.item.list", page(0), options);
  const rows = [...(first.result.items ?? [])];
  const total = first.total ?? rows.length;
  const pages = Math.min(Math.ceil(total / PAGE_SIZE), MOST_PAGES);
  if (pages > 1) {
    const starts = Array.from({ length: pages - 1 }, (_, index) => (index + 1) * PAGE_SIZE);
    const commands = starts.map((start) => [`from${start}`, command("crm.item.list", page(start))] as const);
    const others = await callTogether(client, Object.fromEntries(commands), options);
    rows.push(...Object.values(others).flatMap((one) => must(one).items ?? []));
  }
  return summed(rows.map(dealOf), total, stages);
}

function summed(deals: readonly Deal[], total: number, stages: Stages): OpenDeals {
  const all = stages.funnels.flatMap((funnel) => funnel.stages);
  const place = new Map(all.map((stage, index) => [stage.id, index]));
  const staged = deals.map((deal) => ({ ...deal, stage: stages.byId.get(deal.stageId) ?? null }));
  return {
    deals: staged.toSorted(
      (one, other) => (place.get(other.stageId) ?? -1) - (place.get(one.stageId) ?? -1) || other.amount - one.amount,
    ),
    total,
    sums: sumByCurrency(deals),
    byStage: all.flatMap((stage) => {
      const there = deals.filter(({ stageId }) => stageId === stage.id);
      return there.length === 0 ? [] : [{ stage, count: there.length, sums: sumByCurrency(there) }];
    }),
  };
}
