import { proxyActivities } from "@temporalio/workflow";

import type { EscalationActivities } from "./activities.ts";
import { MOST_TELLINGS } from "./most-tellings.ts";

/** What is written into our own tables: it succeeds as soon as they are there. */
export const { lookAtGroup, tellForgotten, tellRecovered } = proxyActivities<EscalationActivities>({
  startToCloseTimeout: "8 s",
  retry: { initialInterval: "500 ms", maximumInterval: "10 s" },
});

/** May have to ask the portal who leads whom. */
export const { pagePeople, tellUnanswered } = proxyActivities<EscalationActivities>({
  startToCloseTimeout: "20 s",
  retry: { initialInterval: "500 ms", maximumInterval: "10 s" },
});

/** What another system may be slow to take: two calls of 8 s each. */
export const { tellSource } = proxyActivities<EscalationActivities>({
  startToCloseTimeout: "20 s",
  retry: { initialInterval: "1 s", maximumInterval: "30 s", maximumAttempts: MOST_TELLINGS },
});

/** A silence of ours that stays hides the next failure. What has no end of its own ends over there after a day. */
export const { tellSource: endAtSource } = proxyActivities<EscalationActivities>({
  startToCloseTimeout: "20 s",
  scheduleToCloseTimeout: "25 h",
  retry: { initialInterval: "1 s", maximumInterval: "1 min" },
});

/** The next look comes anyway. */
export const { lookAtSource, lookForReturn } = proxyActivities<EscalationActivities>({
  startToCloseTimeout: "15 s",
  retry: { maximumAttempts: 1 },
});
