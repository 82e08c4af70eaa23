import type { HookPost } from "@botdeck/core";
import type { AlertGroup } from "@botdeck/db";

/**
 * What Alertmanager would have posted when a group recovered, had it not been silenced there: the same form, so that it takes
 * the same way.
 *
 * @see https://prometheus.io/docs/alerting/latest/configuration/#webhook_config
 */
export function recoveryPost({ portalId, botId, hookId, key, labels, alerts }: AlertGroup, now: Date): HookPost {
  const endsAt = now.toISOString();
  return {
    kind: "hook.received",
    portalId,
    botId,
    hookId,
    subject: key,
    payload: {
      version: "4",
      status: "resolved",
      groupKey: key,
      groupLabels: labels,
      commonLabels: labels,
      commonAnnotations: {},
      alerts: alerts.map(({ fingerprint, labels: own, summary, startsAt, url }) => ({
        status: "resolved",
        fingerprint,
        labels: own,
        annotations: { summary },
        startsAt,
        endsAt,
        ...(url !== null && { generatorURL: url }),
      })),
    },
    occurredAt: endsAt,
  };
}
