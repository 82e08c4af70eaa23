import { boundAlerts } from "./bound-alerts.ts";
import type { HookOptions } from "./hook-options.ts";
import type { HookReading } from "./hook-post.ts";
import { readGroupedAlerts } from "./read-grouped-alerts.ts";
import { isAlertSource, readMapped, readMappedAlert } from "./read-mapped.ts";
import { readSentry } from "./read-sentry.ts";
import { readZabbix } from "./read-zabbix.ts";

/** Whose form a post has. */
export type HookSource = "alertmanager" | "grafana" | "zabbix" | "sentry" | "payment" | "one_c" | "generic";

type Hook = { source: HookSource; options: HookOptions; arrivedAt: Date };

/**
 * Reads what a source posted: alerts that belong together, or a record for the portal's rules. A source of any form posts alerts
 * when its paths say where their severity stands. Fields that nobody knows are left.
 *
 * @throws AppError `invalid` that says in one sentence what is missing.
 */
export function readHookPost(payload: unknown, hook: Hook): HookReading {
  const reading = readBy(payload, hook);
  return reading.kind === "alerts" ? { kind: "alerts", post: boundAlerts(reading.post) } : reading;
}

function readBy(payload: unknown, { source, options, arrivedAt }: Hook): HookReading {
  const { groupBy, fields } = options;
  switch (source) {
    case "alertmanager":
      return { kind: "alerts", post: readGroupedAlerts(payload, { source: "Alertmanager", arrivedAt }) };
    case "grafana":
      return { kind: "alerts", post: readGroupedAlerts(payload, { source: "Grafana", arrivedAt }) };
    case "zabbix":
      return { kind: "alerts", post: readZabbix(payload, { groupBy, arrivedAt }) };
    case "sentry":
      return { kind: "alerts", post: readSentry(payload, { groupBy, arrivedAt }) };
    case "generic":
      return fields !== undefined && isAlertSource(fields)
        ? { kind: "alerts", post: readMappedAlert(payload, { fields, groupBy, arrivedAt }) }
        : { kind: "record", record: readMapped(payload, fields) };
    case "payment":
    case "one_c":
      return { kind: "record", record: readMapped(payload, fields) };
  }
}
