import { commentTask } from "@botdeck/crm";

import type { Carrier } from "../carrier.ts";
import { inTime, type PortalDeps, reach } from "./portal-deps.ts";

export function taskComment(deps: PortalDeps): Carrier<"task.comment"> {
  return {
    async carry({ kind, ...comment }, row, signal) {
      return commentTask(await reach(row, deps), comment, inTime(kind, signal));
    },
    // A comment that stands there twice does no harm.
    look: async () => ({ kind: "repeatable" }),
  };
}
