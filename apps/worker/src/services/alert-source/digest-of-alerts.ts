import { createHash } from "node:crypto";

import type { FiringAlert } from "./alert-source.ts";

/** The same for the same alerts with the same beginnings, in whatever order they come. */
export function digestOfAlerts(alerts: readonly Pick<FiringAlert, "fingerprint" | "startsAt">[]): string {
  const which = alerts.map(({ fingerprint, startsAt }) => `${fingerprint}@${startsAt}`).toSorted();
  return createHash("sha256").update(which.join()).digest("hex");
}
