import { type B24Client, type CallOptions, listAll } from "@botdeck/b24-client";

import { DEAL } from "./stages.ts";

/** The step of a deal to another stage. */
export type StageMove = {
  id: string;
  dealId: string;
  stageId: string;
  categoryId: string;
  /** ISO 8601 with the portal's offset. */
  at: string;
  /** Made there, moved on, come to an end, or taken to another funnel. */
  kind: "created" | "moved" | "ended" | "changed_funnel";
};

/** Bitrix24 docs: crm/crm-stage-history-list, TYPE_ID */
const KINDS: Readonly<Record<string, StageMove["kind"]>> = {
  1: "created",
  2: "moved",
  3: "ended",
  5: "changed_funnel",
};
/** No filter names more deals than this: its text has to fit into a line of a batch fifty times over. */
const MOST_DEALS = 250;

/**
 * The steps that deals have made, as the client's person may see them, in the order in which they were made within
 * each group of deals.
 *
 * @param query.dealIds Whose steps; those of all deals when left out, which for thousands of them is the shorter way.
 * @param query.since, query.before When the steps were made, ISO 8601 with an offset.
 * @see Bitrix24 docs: crm/crm-stage-history-list
 */
export async function* readStageMoves(
  client: B24Client,
  { dealIds, since, before }: { dealIds?: readonly string[]; since?: string; before?: string },
  options: CallOptions = {},
): AsyncGenerator<StageMove, void, undefined> {
  const period = {
    ...(since !== undefined && { ">=CREATED_TIME": since }),
    ...(before !== undefined && { "<CREATED_TIME": before }),
  };
  for (const ids of groupsOf(dealIds)) {
    const filter = { ...period, ...(ids !== null && { "@OWNER_ID": ids }) };
    const rows = listAll(client, "crm.stagehistory.list", { entityTypeId: DEAL, filter }, options);
    for await (const { ID, OWNER_ID, STAGE_ID, CATEGORY_ID, CREATED_TIME, TYPE_ID } of rows) {
      yield {
        id: ID ?? "",
        dealId: OWNER_ID ?? "",
        stageId: STAGE_ID ?? "",
        categoryId: CATEGORY_ID ?? "0",
        at: CREATED_TIME ?? "",
        kind: KINDS[TYPE_ID ?? ""] ?? "moved",
      };
    }
  }
}

/** Null asks about no deal in particular. */
function groupsOf(dealIds: readonly string[] | undefined): readonly (readonly string[] | null)[] {
  if (dealIds === undefined) return [null];
  const count = Math.ceil(dealIds.length / MOST_DEALS);
  return Array.from({ length: count }, (_, at) => dealIds.slice(at * MOST_DEALS, (at + 1) * MOST_DEALS));
}
