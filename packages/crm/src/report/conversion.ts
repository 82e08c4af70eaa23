import type { Stage } from "../deals/stages.ts";
import type { Pipeline, ReportDeal, ReportMove } from "./report-data.ts";

/** How many of the deals that were ever in a funnel came to a stage of it. */
export type StageConversion = { stageId: string; name: string; entered: number; share: number };

/** `deals` were ever in this funnel, so one that changed its funnel counts in both. */
export type FunnelConversion = { funnelId: string; name: string; deals: number; stages: readonly StageConversion[] };

/**
 * Which share of deals came to each stage, by their history and not only by where they are now. A stage that was jumped over
 * was passed; going back takes nothing away. A loss passes nothing: the deal came as far as it was before.
 *
 * @param moves In any order, repeats too; those of other deals are not looked at.
 * @returns Funnels without deals are left out, and so are stages of loss.
 */
export function conversionOf(
  deals: readonly ReportDeal[],
  moves: readonly ReportMove[],
  { funnels, byId }: Pipeline,
): FunnelConversion[] {
  const visited = stagesVisited(deals, moves);
  return funnels.flatMap(({ id: funnelId, name, stages }) => {
    const path = stages.filter(({ outcome }) => outcome !== "lost").toSorted((one, other) => one.order - other.order);
    const furthest: number[] = [];
    for (const ids of visited.values()) {
      const own = [...ids].flatMap((id) => byId.get(id) ?? []).filter((stage) => stage.categoryId === funnelId);
      if (own.length > 0) furthest.push(furthestOf(own, path));
    }
    const count = furthest.length;
    const reached = path.map(({ id: stageId, name: stage }, index) => {
      const entered = furthest.filter((at) => at >= index).length;
      return { stageId, name: stage, entered, share: entered / count };
    });
    return count === 0 ? [] : [{ funnelId, name, deals: count, stages: reached }];
  });
}

/** Where each deal has ever been: what history tells, and where it is now. */
function stagesVisited(deals: readonly ReportDeal[], moves: readonly ReportMove[]): Map<string, Set<string>> {
  const visited = new Map(deals.map(({ id, stageId }) => [id, new Set([stageId])]));
  for (const { dealId, stageId } of moves) visited.get(dealId)?.add(stageId);
  return visited;
}

/** The place on the funnel's path that a deal came to; whoever was there at all came to its first stage. */
const furthestOf = (own: readonly Stage[], path: readonly Stage[]): number =>
  Math.max(0, ...own.map((stage) => path.indexOf(stage)));
