import { addTodo, findTodo } from "@botdeck/crm";

import type { Carrier } from "../carrier.ts";
import { inTime, type PortalDeps } from "./portal-deps.ts";
import { reachAs } from "./reach-as.ts";
import { sinceAttempt } from "./since-attempt.ts";

/** Puts a thing to do into the CRM, for the person whose rights it is made with. */
export function activityAdd(deps: PortalDeps): Carrier<"activity.add"> {
  return {
    async carry({ kind, byId, ...todo }, row, signal) {
      const client = await reachAs(row, byId, deps);
      return addTodo(client, { ...todo, responsibleId: byId }, inTime(kind, signal));
    },

    async look({ kind, byId, ...todo }, row, signal) {
      const client = await reachAs(row, byId, deps);
      const made = { ...todo, responsibleId: byId };
      const externalId = await findTodo(client, made, sinceAttempt(row), inTime(kind, signal));
      return externalId === null ? { kind: "absent" } : { kind: "found", externalId };
    },
  };
}
