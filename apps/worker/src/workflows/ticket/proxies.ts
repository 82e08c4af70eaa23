import { proxyActivities } from "@temporalio/workflow";

import type { TicketActivities } from "./activities.ts";

/** What is written into our own tables: it succeeds as soon as they are there. */
export const tickets = proxyActivities<TicketActivities>({
  startToCloseTimeout: "8 s",
  retry: { initialInterval: "500 ms", maximumInterval: "30 s" },
});

/** Asks the portal, and cannot go on without its answer. */
export const { openTicketDesk, escalateTicket } = proxyActivities<TicketActivities>({
  startToCloseTimeout: "30 s",
  retry: { initialInterval: "1 s", maximumInterval: "60 s" },
});

/** Waits until the deliverer has made the task, however long that takes. */
export const { ticketTaskId } = proxyActivities<TicketActivities>({
  startToCloseTimeout: "8 s",
  retry: { initialInterval: "500 ms", backoffCoefficient: 1.5, maximumInterval: "60 s" },
});

/** Asks the portal; the next look comes anyway. */
export const { lookAtTicketTask } = proxyActivities<TicketActivities>({
  startToCloseTimeout: "20 s",
  retry: { maximumAttempts: 3 },
});
