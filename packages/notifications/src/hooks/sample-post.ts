import { AppError } from "@botdeck/core";

import type { HookOptions } from "./hook-options.ts";
import type { HookSource } from "./read-hook-post.ts";

type Sample = { options: HookOptions; now: Date; isOver: boolean };

const NAME = "BotdeckTest";
const SUMMARY = "This is a test of the way from a source to the chat";

/**
 * What a source would post, so that its way can be tried out: a problem for information, or its end.
 *
 * @throws AppError `invalid` when the source's paths cannot all be in one post.
 */
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
  const post = level();
  const names = { id: "id", title: "title", status: "status", amount: "amount", currency: "currency" };
  for (const [field, path] of Object.entries({ ...(fields ?? names) })) {
    if (path !== undefined) put(post, path, values[field as keyof typeof values]);
  }
  return post;
}

/** Puts a value where a path says; a part that is a number makes a list no less readable as an object. */
function put(post: Level, path: string, value: string | number): void {
  const names = path.split(".");
  const last = names.pop() ?? "";
  const into = names.reduce((above, name) => {
    const below = (above[name] ??= level());
    if (typeof below === "object") return below;
    throw new AppError("invalid", `No post has something at ${path}: at ${name} it has a value already`);
  }, post);
  if (typeof into[last] === "object") {
    throw new AppError("invalid", `No post has a value at ${path}: something else of it stands there already`);
  }
  into[last] = value;
}

type Level = { [name: string]: Level | string | number };

/** Without a prototype, so that no name in it means anything. */
const level = (): Level => Object.create(null) as Level; // safe: an object without properties
