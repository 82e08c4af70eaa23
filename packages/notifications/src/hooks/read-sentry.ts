import { type Alert, type Severity } from "@botdeck/core";

import type { AlertPost } from "./hook-post.ts";
import { instantOr } from "./instant.ts";
import { labelGroup } from "./label-group.ts";
import { RefusedPost } from "./post-refusal.ts";
import { severityOf } from "./severity-of.ts";
import { shortName } from "./short-name.ts";
import { textOf, valueAt } from "./value-at.ts";

/** What of an issue's life means that it needs nobody any more. */
const OVER = new Set(["resolved", "archived", "ignored"]);

/**
 * Reads what Sentry's integrations post (`event_alert`, `issue`, `error`, `metric_alert`), and the older form of its plug-in that
 * others took over: an issue with a title, a level and an address.
 *
 * @throws AppError `invalid` for anything else.
 * @see https://docs.sentry.io/organization/integrations/integration-platform/webhooks/
 */
export function readSentry(
  payload: unknown,
  { groupBy, arrivedAt }: { groupBy: readonly string[]; arrivedAt: Date },
): AlertPost {
  const metric = valueAt(payload, "data.metric_alert");
  const alert = metric === undefined ? readIssue(payload, arrivedAt) : readMetric(payload, metric, arrivedAt);
  return labelGroup(alert, groupBy);
}

function readIssue(payload: unknown, arrivedAt: Date): Alert {
  const issue =
    ["data.issue", "data.event", "data.error"].map((path) => valueAt(payload, path)).find(isObject) ?? payload;
  const first = (...paths: string[]) => firstText(issue, paths);
  const title = first("title", "metadata.title", "message", "event.title", "event.message");
  const id = first("issue_id", "shortId", "id", "event.issue_id", "event_id");
  if (title === null || id === null) throw new RefusedPost("invalid", "no_error");
  const action = textOf(valueAt(payload, "action")) ?? "triggered";
  const isResolved = OVER.has(action) || OVER.has(first("status") ?? "");
  const level = first("level") ?? "error";
  const project =
    first("project.slug", "project_slug", "project_name", "project") ?? textOf(valueAt(payload, "project_name"));
  const culprit = first("culprit", "metadata.value", "location");
  const rule = textOf(valueAt(payload, "data.triggered_rule"));
  // The issue's own id, wherever its events have it: `issue` says `id` and `event_alert` says `issue_id`.
  const issueId = textOf(valueAt(payload, "data.issue.id")) ?? id;
  return {
    fingerprint: shortName(issueId),
    name: title,
    status: isResolved ? "resolved" : "firing",
    severity: level === "fatal" ? "critical" : severityOf(level),
    summary: culprit ?? rule ?? "",
    labels: { alertname: title, ...(project !== null && { service: project }), level, issue_id: issueId },
    startsAt: arrivedAt.toISOString(),
    endsAt: isResolved ? arrivedAt.toISOString() : null,
    url: addressIn(issue, ["web_url", "permalink", "url"]) ?? addressIn(payload, ["url", "data.issue.permalink"]),
  };
}

const METRIC_SEVERITIES: Readonly<Record<string, Severity>> = { critical: "critical", warning: "warning" };

function readMetric(payload: unknown, metric: unknown, arrivedAt: Date): Alert {
  const title = firstText(payload, ["data.description_title"]) ?? firstText(metric, ["title", "alert_rule.name"]);
  const id = firstText(metric, ["id", "identifier"]);
  if (title === null || id === null) throw new RefusedPost("invalid", "no_metric");
  const action = textOf(valueAt(payload, "action")) ?? "critical";
  const isResolved = action === "resolved";
  const rule = firstText(metric, ["alert_rule.name", "title"]) ?? title;
  const now = arrivedAt.toISOString();
  return {
    fingerprint: shortName(`metric:${id}`),
    name: rule,
    status: isResolved ? "resolved" : "firing",
    severity: METRIC_SEVERITIES[action] ?? "warning",
    summary: firstText(payload, ["data.description_text"]) ?? title,
    labels: { alertname: rule, incident_id: id },
    startsAt: instantOr(firstText(metric, ["date_started", "date_created"]), now),
    endsAt: isResolved ? instantOr(firstText(metric, ["date_closed"]), now) : null,
    url: addressIn(payload, ["data.web_url"]),
  };
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

function firstText(within: unknown, paths: readonly string[]): string | null {
  for (const path of paths) {
    const text = textOf(valueAt(within, path));
    if (text !== null) return text;
  }
  return null;
}

function addressIn(within: unknown, paths: readonly string[]): string | null {
  const url = firstText(within, paths);
  return url !== null && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null;
}
