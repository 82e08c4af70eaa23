import type { HookOptions } from "./hook-options.ts";
import type { HookSource } from "./read-hook-post.ts";

type Sample = { options: HookOptions; now: Date; isOver: boolean };

const NAME = "BotdeckTest";
const SUMMARY = "This is a test of the way from a source to the chat";

/** What a source would post, so that its way can be tried out: a problem for information, or its end. */
export function samplePost(source: HookSource, sample: Sample): Record<string, unknown> {
  switch (source) {
    case "alertmanager":
    case "grafana":
      return groupedAlerts(sample);
    case "zabbix":
      return zabbixMessage(sample);
    case "sentry":
      return sentryIssue(sample);
    case "payment":
    case "one_c":
    case "generic":
      return mapped(sample);
  }
}

function groupedAlerts({ now, isOver }: Sample): Record<string, unknown> {
  const status = isOver ? "resolved" : "firing";
  const labels = { alertname: NAME, severity: "info" };
  const alert = {
    status,
    labels,
    annotations: { summary: SUMMARY },
    // Of the same hour, so that the end is that of the problem.
    startsAt: new Date(now.getTime() - (now.getTime() % 3_600_000)).toISOString(),
    endsAt: isOver ? now.toISOString() : "0001-01-01T00:00:00Z",
    fingerprint: "botdeck-test",
  };
  return {
    version: "4",
    groupKey: `{}:{alertname="${NAME}"}`,
    receiver: "botdeck",
    status,
    groupLabels: { alertname: NAME },
    commonLabels: labels,
    commonAnnotations: { summary: SUMMARY },
    alerts: [alert],
  };
}

const zabbixMessage = ({ isOver }: Sample): Record<string, unknown> => ({
  event_source: "0",
  event_id: "1",
  event_value: isOver ? "0" : "1",
  event_update_status: "0",
  event_nseverity: "1",
  event_name: NAME,
  event_opdata: SUMMARY,
  event_tags: "[]",
  trigger_id: "1",
  host_name: "botdeck",
});

const sentryIssue = ({ isOver }: Sample): Record<string, unknown> => ({
  action: isOver ? "resolved" : "created",
  data: {
    issue: {
      id: "botdeck-test",
      title: NAME,
      culprit: SUMMARY,
      level: "info",
      status: isOver ? "resolved" : "unresolved",
      project: { slug: "botdeck" },
    },
  },
});

/** By the paths of the source, where it has some. */
function mapped({ options: { fields }, now, isOver }: Sample): Record<string, unknown> {
  const values = {
    id: `test-${now.getTime()}`,
    title: NAME,
    status: isOver ? "resolved" : "new",
    severity: "info",
    amount: 1,
    currency: "RUB",
    url: "https://botdeck.example/test",
  };
  const post: Record<string, unknown> = {};
  const names = { id: "id", title: "title", status: "status", amount: "amount", currency: "currency" };
  for (const [field, path] of Object.entries({ ...(fields ?? names) })) {
    if (path !== undefined) put(post, path.split("."), values[field as keyof typeof values]);
  }
  return post;
}

/** Puts a value where a path says; a part that is a number makes a list no less readable as an object. */
function put(into: Record<string, unknown>, [name = "", ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) into[name] = value;
  else {
    const below = (into[name] ??= {}) as Record<string, unknown>; // safe: made here
    put(below, rest, value);
  }
}
