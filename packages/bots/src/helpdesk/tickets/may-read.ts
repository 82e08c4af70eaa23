import { isCategory } from "../categories.ts";
import type { HelpdeskContext } from "../helpdesk-context.ts";
import type { TicketFacts } from "../services.ts";

/** Who asked for it, who works on it, and those who help others see a ticket. */
export async function mayRead(ctx: HelpdeskContext, { isListener, assigneeId }: TicketFacts): Promise<boolean> {
  return isListener || assigneeId === ctx.person.id || (await helps(ctx));
}

/** Whether a person takes tickets of any kind now, or is told when one is late. */
async function helps({ settings, person, services }: HelpdeskContext): Promise<boolean> {
  const { members, escalation, pools } = settings;
  if ([...members, ...escalation, ...Object.values(pools).flat()].includes(person.id)) return true;
  return members.length === 0 && (await services.isHelper());
}

/** Whether a person takes tickets like this one: the rule of its workflow, by the settings of today. */
export async function helpsWith(
  { settings, person, services }: HelpdeskContext,
  { category, assigneeId }: TicketFacts,
): Promise<boolean> {
  const { members, escalation, pools } = settings;
  const own = (isCategory(category) ? pools[category] : undefined) ?? [];
  const named = own.length > 0 ? own : members;
  if ([...named, ...escalation, assigneeId].includes(person.id)) return true;
  return named.length === 0 && (await services.isHelper());
}
