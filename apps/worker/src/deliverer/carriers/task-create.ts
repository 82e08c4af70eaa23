import { createTaskOnce, findTask } from "@botdeck/crm";

import type { Carrier } from "../carrier.ts";
import { inTime, type PortalDeps, reach } from "./portal-deps.ts";

export function taskCreate(deps: PortalDeps): Carrier<"task.create"> {
  return {
    async carry({ kind, ...task }, row, signal) {
      return createTaskOnce(await reach(row, deps), task, inTime(kind, signal));
    },
    async look(effect, row, signal) {
      const client = await reach(row, deps);
      const taskId = await findTask(client, effect.originId, inTime("task.create", signal));
      return taskId === null ? { kind: "absent" } : { kind: "found", externalId: taskId };
    },
  };
}
