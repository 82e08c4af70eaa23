import type { Alert } from "@botdeck/core";
import { z } from "zod";

import type { AlertPost } from "./hook-post.ts";
import { instantOr } from "./instant.ts";
import { notReadable } from "./not-readable.ts";
import { severityOf } from "./severity-of.ts";
import { shortName } from "./short-name.ts";

const Texts = z
  .record(z.string(), z.unknown())
  .nullish()
  .transform((texts) =>
    Object.fromEntries(Object.entries(texts ?? {}).map(([name, value]) => [name, String(value ?? "")])),
  );

/** What is read of a notification; whatever else it has is left. */
const Notification = z.object({
  groupKey: z.string().min(1),
  status: z.string().min(1),
  truncatedAlerts: z.number().int().nonnegative().nullish(),
  /** Ours, in what comes of looking at a source in place of a post. */
  seenAt: z.iso.datetime().nullish(),
  groupLabels: Texts,
  commonLabels: Texts,
  commonAnnotations: Texts,
  alerts: z.array(
    z.object({
      status: z.string().nullish(),
      labels: Texts,
      annotations: Texts,
      startsAt: z.string().nullish(),
      endsAt: z.string().nullish(),
      generatorURL: z.string().nullish(),
      panelURL: z.string().nullish(),
      dashboardURL: z.string().nullish(),
      fingerprint: z.string().nullish(),
    }),
  ),
});
type Posted = z.infer<typeof Notification>["alerts"][number];

/**
 * Reads what Prometheus Alertmanager (webhook, version 4) and Grafana's unified alerting post: both have the same form.
 *
 * @throws AppError `invalid` for anything else.
 * @see https://prometheus.io/docs/alerting/latest/configuration/#webhook_config
 * @see https://grafana.com/docs/grafana/latest/alerting/configure-notifications/manage-contact-points/integrations/webhook-notifier/
 */
export function readGroupedAlerts(
  payload: unknown,
  { source, arrivedAt }: { source: string; arrivedAt: Date },
): AlertPost {
  const read = Notification.safeParse(payload);
  if (!read.success) throw notReadable("no_notification", read.error, { source });
  const { groupKey, status, truncatedAlerts, seenAt, groupLabels, commonLabels, commonAnnotations, alerts } = read.data;
  const labels = Object.keys(commonLabels).length > 0 ? commonLabels : groupLabels;
  return {
    groupKey: shortName(groupKey),
    title: titleOf(groupLabels, commonLabels, commonAnnotations),
    labels,
    groupLabels,
    alerts: alerts.map((alert) => toAlert(alert, { whole: status, arrivedAt })),
    isOver: status === "resolved",
    leftOut: status === "resolved" ? 0 : (truncatedAlerts ?? 0),
    ...(seenAt != null && { seenAt }),
  };
}

type Texts = Readonly<Record<string, string>>;

/** The alert's name and what makes this group another one of it. */
function titleOf(group: Texts, common: Texts, annotations: Texts): string {
  const name = group["alertname"] ?? common["alertname"];
  const others = Object.entries(group).filter(([label, value]) => label !== "alertname" && value !== "");
  if (name !== undefined) return [name, ...others.map(([, value]) => value)].join(" · ");
  if (others.length > 0) return others.map(([label, value]) => `${label}=${value}`).join(", ");
  return annotations["summary"] ?? "Alerts";
}

function toAlert(posted: Posted, { whole, arrivedAt }: { whole: string; arrivedAt: Date }): Alert {
  const { labels, annotations, fingerprint } = posted;
  const status = (posted.status ?? whole) === "resolved" ? ("resolved" as const) : ("firing" as const);
  const now = arrivedAt.toISOString();
  const name = labels["alertname"] ?? "Alert";
  const place = labels["instance"] ?? labels["host"] ?? labels["pod"] ?? labels["service"];
  return {
    fingerprint: shortName(fingerprint || namesAndValues(labels)),
    name: place === undefined ? name : `${name} ${place}`,
    status,
    severity: severityOf(labels["severity"]),
    summary: annotations["summary"] ?? annotations["description"] ?? annotations["message"] ?? "",
    labels,
    startsAt: instantOr(posted.startsAt, now),
    endsAt: status === "resolved" ? instantOr(posted.endsAt, now) : null,
    url: [posted.panelURL, posted.dashboardURL, posted.generatorURL].find(isAddress) ?? null,
  };
}

/** The same labels in any order are the same alert. */
const namesAndValues = (labels: Texts): string =>
  Object.keys(labels)
    .toSorted()
    .map((name) => `${name}=${labels[name]}`)
    .join(",");

const isAddress = (text: string | null | undefined): text is string =>
  text != null && /^https?:\/\//i.test(text) && URL.canParse(text);
