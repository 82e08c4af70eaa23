import { changeTask, findOwnComment } from "@botdeck/crm";

import { showCompleted } from "../../notifications/take/show-completed.ts";
import type { Carrier } from "../carrier.ts";
import { inTime, type PortalDeps } from "./portal-deps.ts";
import { reachAs } from "./reach-as.ts";
import { sinceAttempt } from "./since-attempt.ts";

/** Changes a task with the rights of a person; once the portal agreed, cards that tell of it say who completed it. */
export function taskChange(deps: PortalDeps): Carrier<"task.change"> {
  return {
    async carry({ taskId, change, byId }, row, signal) {
      const client = await reachAs(row, byId, deps);
      const externalId = await changeTask(client, { taskId, change }, inTime("task.change", signal));
      if (change.kind === "complete" && byId !== null) await showCompleted(deps, row, { taskId, byId });
      return externalId;
    },

    /** Only words stand there twice when they are written twice. */
    async look({ taskId, change, byId }, row, signal) {
      if (change.kind !== "comment") return { kind: "repeatable" };
      const client = await reachAs(row, byId, deps);
      const asked = { taskId, text: change.text, since: sinceAttempt(row) };
      const externalId = await findOwnComment(client, asked, inTime("task.change", signal));
      return externalId === null ? { kind: "absent" } : { kind: "found", externalId };
    },
  };
}
