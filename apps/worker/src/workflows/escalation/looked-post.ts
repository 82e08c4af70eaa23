import type { HookPost } from "@botdeck/core";
import type { AlertGroup } from "@botdeck/db";

import type { FiringAlert } from "../../services/alert-source/alert-source.ts";

/**
 * What Alertmanager would have posted of a group, had it not kept silent: the same form, so that it takes the same way.
 *
 * @param firing What fires over there; nothing when all is over.
 * @see https://prometheus.io/docs/alerting/latest/configuration/#webhook_config
 */
export function lookedPost(
  { portalId, botId, hookId, key, labels, groupLabels }: AlertGroup,
  firing: readonly FiringAlert[],
  now: Date,
): HookPost {
  const seenAt = now.toISOString();
  return {
    kind: "hook.received",
    portalId,
    botId,
    hookId,
    subject: key,
    payload: {
      version: "4",
      status: firing.length === 0 ? "resolved" : "firing",
      groupKey: key,
      groupLabels: groupLabels ?? labels,
      commonLabels: firing.length === 0 ? labels : commonOf(firing.map((alert) => alert.labels)),
      commonAnnotations: commonOf(firing.map(({ annotations }) => annotations)),
      seenAt,
      alerts: firing.map(({ url, isMuted: _isMuted, ...alert }) => ({
        ...alert,
        status: "firing",
        ...(url !== null && { generatorURL: url }),
      })),
    },
    occurredAt: seenAt,
  };
}

type Texts = Readonly<Record<string, string>>;

const commonOf = ([first = {}, ...others]: readonly Texts[]): Texts =>
  Object.fromEntries(Object.entries(first).filter(([name, value]) => others.every((each) => each[name] === value)));
