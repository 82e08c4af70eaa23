import type { CallOptions } from "@botdeck/b24-client";
import { createTaskOnce, findTask, readOwner } from "@botdeck/crm";

import type { Carrier } from "../carrier.ts";
import { inTime, type PortalDeps } from "./portal-deps.ts";
import { reachAs } from "./reach-as.ts";

export function taskCreate(deps: PortalDeps): Carrier<"task.create"> {
  /** Whose rights a portal's client has does not change while it is connected. */
  const owners = new Map<string, string>();
  return {
    async carry({ kind, byId = null, ...task }, row, signal) {
      const client = await reachAs(row, byId, deps);
      const defaultResponsible = async (call: CallOptions) => {
        if (byId !== null) return byId;
        const owner = owners.get(row.portalId) ?? (await readOwner(client, call));
        owners.set(row.portalId, owner);
        return owner;
      };
      return createTaskOnce(client, task, { ...inTime(kind, signal), mayExist: row.attempt > 1, defaultResponsible });
    },
    async look(effect, row, signal) {
      const client = await reachAs(row, effect.byId ?? null, deps);
      const taskId = await findTask(client, effect.originId, inTime("task.create", signal));
      return taskId === null ? { kind: "absent" } : { kind: "found", externalId: taskId };
    },
  };
}
