import { proxyActivities } from "@temporalio/workflow";

import type { HandOverActivities } from "./activities.ts";

export const handOvers = proxyActivities<HandOverActivities>({
  startToCloseTimeout: "8 s",
  retry: { initialInterval: "500 ms", maximumInterval: "30 s" },
});
