import { createTaskOnce, findTask, readOwner } from "@botdeck/crm";

import type { Carrier } from "../carrier.ts";
import { inTime, type PortalDeps, reach } from "./portal-deps.ts";

export function taskCreate(deps: PortalDeps): Carrier<"task.create"> {
  /** Whose rights a portal's client has does not change while it is connected. */
  const owners = new Map<string, string>();
  return {
    async carry({ kind, ...task }, row, signal) {
      const client = await reach(row, deps);
      const call = inTime(kind, signal);
      const defaultResponsible = async () => {
        const owner = owners.get(row.portalId) ?? (await readOwner(client, call));
        owners.set(row.portalId, owner);
        return owner;
      };
      return createTaskOnce(client, task, { ...call, mayExist: row.attempt > 1, defaultResponsible });
    },
    async look(effect, row, signal) {
      const client = await reach(row, deps);
      const taskId = await findTask(client, effect.originId, inTime("task.create", signal));
      return taskId === null ? { kind: "absent" } : { kind: "found", externalId: taskId };
    },
  };
}
