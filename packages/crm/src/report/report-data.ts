import type { Deal } from "../deals/deal.ts";
import type { StageMove } from "../deals/read-stage-moves.ts";
import type { Stages } from "../deals/stages.ts";

/** A deal as a report needs it. */
export type ReportDeal = Pick<Deal, "id" | "title" | "amount" | "currency" | "stageId" | "assignedById" | "createdAt">;

/** A deal came to a stage, perhaps not for the first time. */
export type ReportMove = Pick<StageMove, "dealId" | "stageId">;

/** The way of deals on a portal: all funnels with their stages. */
export type Pipeline = Pick<Stages, "funnels" | "byId">;
