import type { StormPost } from "./plan-storm.ts";

/** A group as its card calls it: no name is the beginning of another. */
export const nameOfGroup = (group: number): string => `Storm${String(group + 1).padStart(3, "0")}`;

/**
 * A notification as Alertmanager posts it (webhook, version 4).
 *
 * @param beganAt When the storm began: the same alert has the same start in every post.
 * @see https://prometheus.io/docs/alerting/latest/configuration/#webhook_config
 */
export function toNotification({ group, alerts }: StormPost, beganAt: Date): object {
  const alertname = nameOfGroup(group);
  const shared = { alertname, service: "storm", severity: "critical" };
  const startsAt = beganAt.toISOString();
  const told = alerts.map(({ number, status }) => ({
    status,
    labels: { ...shared, instance: `host-${number}.example.com:9100` },
    annotations: { summary: `host-${number}.example.com of ${alertname} does not answer` },
    startsAt,
    endsAt: status === "resolved" ? new Date().toISOString() : "0001-01-01T00:00:00Z",
    generatorURL: `http://prometheus.example.com/graph?g0.expr=up+%3D%3D+0&g0.tab=1`,
    fingerprint: `${group.toString(16).padStart(4, "0")}${number.toString(16).padStart(12, "0")}`,
  }));
  return {
    version: "4",
    // The group itself still fires when some of it is over.
    status: "firing",
    receiver: "botdeck",
    groupKey: `{}:{alertname="${alertname}", service="storm"}`,
    groupLabels: { alertname, service: "storm" },
    commonLabels: shared,
    commonAnnotations: {},
    externalURL: "http://alertmanager.example.com",
    truncatedAlerts: 0,
    alerts: told,
  };
}
