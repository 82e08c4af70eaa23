import { createTicketCardActivities } from "./card-activities.ts";
import { createTicketDeskActivities } from "./desk-activities.ts";
import { createTicketTaskActivities } from "./task-activities.ts";
import { createTicketTellActivities } from "./tell-activities.ts";

type Deps = Parameters<typeof createTicketTaskActivities>[0];

/** Everything that a ticket's workflow does outside. */
export function createTicketActivities(deps: Deps) {
  return {
    ...createTicketDeskActivities(deps),
    ...createTicketTaskActivities(deps),
    ...createTicketTellActivities(deps),
    ...createTicketCardActivities(deps),
  };
}

export type TicketActivities = ReturnType<typeof createTicketActivities>;
