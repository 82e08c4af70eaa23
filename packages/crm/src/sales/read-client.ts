import { type B24Client, type CallOptions, callTogether, command } from "@botdeck/b24-client";

import { readItems } from "../clients/crm-item.ts";
import { answerOf, must } from "../clients/told.ts";
import { ACTIVITY_FIELDS, activityOf } from "./client-activity.ts";
import type { FoundClient } from "./find-clients.ts";

/** Bitrix24 docs: crm/data-types, entityTypeId */
const TYPE_OF = { contact: 3, company: 4 } as const;
const MOST_ACTIVITIES = 3;

/**
 * One contact or company with its latest activities, in two calls of one request.
 *
 * @returns Null when it is gone, or the client's person may not see it.
 */
export async function readClient(
  client: B24Client,
  { kind, id }: Pick<FoundClient, "kind" | "id">,
  options?: CallOptions,
): Promise<Omit<FoundClient, "sureness"> | null> {
  const entityTypeId = TYPE_OF[kind];
  const told = await callTogether(
    client,
    {
      items: command("crm.item.list", { entityTypeId, select: ["*"], filter: { id } }),
      activities: command("crm.activity.list", {
        filter: { OWNER_TYPE_ID: entityTypeId, OWNER_ID: id },
        order: { ID: "DESC" },
        select: ACTIVITY_FIELDS,
      }),
    },
    options,
  );
  const [item] = readItems(must(told.items).items);
  if (item === undefined) return null;
  const { name, title, phones } = item;
  const activities = (answerOf(told.activities) ?? []).slice(0, MOST_ACTIVITIES).map(activityOf);
  return { kind, id, name: (kind === "contact" ? name : title) || title || `№ ${id}`, phones, activities };
}
