import { proxyActivities } from "@temporalio/workflow";

import type { VacationActivities } from "./activities.ts";

/** Written into our own tables, with a look at the portal at most: tried until it is done, for somebody waits for their days off. */
export const vacations = proxyActivities<VacationActivities>({
  startToCloseTimeout: "30 s",
  retry: { initialInterval: "500 ms", maximumInterval: "60 s" },
});

/** Writes into the portal. Longer than any of its calls takes: two tries at once would not find each other's work. */
export const marking = proxyActivities<VacationActivities>({
  startToCloseTimeout: "90 s",
  retry: { initialInterval: "2 s", maximumInterval: "5 m" },
});
