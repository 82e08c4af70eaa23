import type { B24Client, CallOptions } from "@botdeck/b24-client";

import { LEAD } from "../clients/crm-item.ts";
import { DEAL } from "../deals/stages.ts";
import { changeTask } from "../task/change-task.ts";
import type { RecordRef } from "./record-facts.ts";

/**
 * Makes a person responsible for a record, with the rights of the client's person. Doing it again leaves it as it is.
 *
 * @throws B24Error with the portal's words when they may not.
 * @see Bitrix24 docs: crm/universal/crm-item-update, tasks/tasks-task-delegate
 */
export async function assignRecord(
  client: B24Client,
  { kind, id, toId }: RecordRef & { toId: string },
  options?: CallOptions,
): Promise<void> {
  if (kind === "task") {
    await changeTask(client, { taskId: id, change: { kind: "delegate", toId } }, options);
    return;
  }
  const entityTypeId = kind === "lead" ? LEAD : DEAL;
  await client.call("crm.item.update", { entityTypeId, id, fields: { assignedById: toId } }, options);
}
