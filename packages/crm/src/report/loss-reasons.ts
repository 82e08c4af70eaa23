import type { Pipeline, ReportDeal } from "./report-data.ts";

/** Why deals were lost. */
export type LossReason = { reason: string; count: number; share: number };

/**
 * Why deals were lost, the commonest first. Bitrix24 has no reason of its own, so it is the stage of loss that they ended in.
 *
 * @returns `share` is of all that were lost, also of those beyond `most`.
 */
export function lossReasonsOf(deals: readonly ReportDeal[], { byId }: Pipeline, most = 5): LossReason[] {
  const lost = deals.flatMap(({ stageId }) => {
    const stage = byId.get(stageId);
    return stage?.outcome === "lost" ? [stage.name] : [];
  });
  return [...Map.groupBy(lost, (reason) => reason)]
    .map(([reason, { length: count }]) => ({ reason, count, share: count / lost.length }))
    .toSorted((one, other) => other.count - one.count || one.reason.localeCompare(other.reason))
    .slice(0, most);
}
