import { DECIDED_SIGNAL, PRODUCT_RETURN } from "@botdeck/contracts/names";
import type { Moves } from "@botdeck/dialog";

import type { StoreContext } from "../store-context.ts";

const PARAMS = /^(\S+) (approve|decline)$/;

/**
 * Buttons of the manager's card come as this command. It can be typed as well, so who does that must be an employee who may
 * decide, and the return one of this portal.
 */
export function decideReturn(ctx: StoreContext & { params: string }): Moves {
  const [, workflowId = "", word] = PARAMS.exec(ctx.params) ?? [];
  const { managerId, supervisorId } = ctx.settings;
  const isOurs = workflowId.startsWith(`${PRODUCT_RETURN}:${ctx.portalId}:`) && ctx.person.kind === "employee";
  const mayDecide = managerId === null || ctx.person.id === managerId || ctx.person.id === supervisorId;
  if (!isOurs || !mayDecide) return ctx.say(ctx.t("returnManagerGone"));
  const verdict = word === "approve" ? "approved" : "declined";
  return [
    ctx.signal(workflowId, DECIDED_SIGNAL, { verdict, by: ctx.person.id, reason: null }),
    ctx.say(ctx.t("returnManagerDone", { verdict })),
  ];
}
