import { type B24Client, type CallOptions, listAll } from "@botdeck/b24-client";

import { type Deal, DEAL_FIELDS, dealOf } from "./deal.ts";
import { DEAL } from "./stages.ts";

const PAGE_SIZE = 50;

/** Which deals. What is left out is not asked about. */
export type DealQuery = {
  /** Made since then and before then, ISO 8601 with an offset. */
  createdSince?: string | undefined;
  createdBefore?: string | undefined;
  /** Portal user ids; an empty list is nobody. */
  assignedTo?: readonly string[] | undefined;
  categoryId?: string | undefined;
};

/**
 * Deals as the client's person may see them, page by page, in the order of their ids: no deal comes twice or is left out
 * when others are made meanwhile. 10,000 of them take some five requests.
 *
 * @param onProgress Told how many have been read, with each page of them.
 * @throws B24Error of the page that failed; the deals before it have been given.
 * @see Bitrix24 docs: crm/universal/crm-item-list
 */
export async function* readDeals(
  client: B24Client,
  query: DealQuery,
  { onProgress, ...options }: CallOptions & { onProgress?: (read: number) => void } = {},
): AsyncGenerator<Deal, void, undefined> {
  if (query.assignedTo?.length === 0) return;
  let read = 0;
  const rows = listAll(
    client,
    "crm.item.list",
    { entityTypeId: DEAL, select: DEAL_FIELDS, filter: filterOf(query) },
    options,
  );
  for await (const row of rows) {
    read += 1;
    if (read % PAGE_SIZE === 0) onProgress?.(read);
    yield dealOf(row);
  }
  onProgress?.(read);
}

/** How many deals there are, without reading them. */
export async function countDeals(client: B24Client, query: DealQuery, options?: CallOptions): Promise<number> {
  if (query.assignedTo?.length === 0) return 0;
  const params = { entityTypeId: DEAL, select: ["id"], filter: filterOf(query) };
  const { result, total } = await client.ask("crm.item.list", params, options);
  return total ?? result.items?.length ?? 0;
}

function filterOf({ createdSince, createdBefore, assignedTo, categoryId }: DealQuery): Record<string, unknown> {
  return {
    ...(createdSince !== undefined && { ">=createdTime": createdSince }),
    ...(createdBefore !== undefined && { "<createdTime": createdBefore }),
    ...(assignedTo !== undefined && { "@assignedById": assignedTo }),
    ...(categoryId !== undefined && { categoryId }),
  };
}
