import type { HelpdeskContext } from "../helpdesk-context.ts";
import type { TicketFacts } from "../services.ts";

/** Who asked for it, who works on it, and those who help others see a ticket. */
export async function mayRead(ctx: HelpdeskContext, { isListener, assigneeId }: TicketFacts): Promise<boolean> {
  return isListener || assigneeId === ctx.person.id || (await helps(ctx));
}

/** Whether a person takes tickets, or is told when one is late. */
export async function helps({ settings, person, services }: HelpdeskContext): Promise<boolean> {
  const { members, escalation, pools } = settings;
  const named = [...members, ...escalation, ...Object.values(pools).flat()];
  return named.includes(person.id) || (await services.isHelper());
}
