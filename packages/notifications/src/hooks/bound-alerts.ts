import type { AlertPost } from "./hook-post.ts";

/** A row holds fifty alerts and is written at each post: so much of each is kept, in characters. */
const MOST = { words: 500, value: 300, url: 2_000 };
const MOST_LABELS = 40;
/** Labels by which a source's own groups are found are of use only whole; so much of them is kept, in characters. */
const MOST_GROUP_LABELS = 4_000;

/** A post of which nothing is longer than somebody reads. What makes an alert the same alert stays as it is. */
export const boundAlerts = ({ title, labels, groupLabels, alerts, ...post }: AlertPost): AlertPost => ({
  ...post,
  ...(groupLabels !== undefined && JSON.stringify(groupLabels).length <= MOST_GROUP_LABELS && { groupLabels }),
  title: cut(title, MOST.value),
  labels: boundLabels(labels),
  alerts: alerts.map((alert) => ({
    ...alert,
    name: cut(alert.name, MOST.value),
    summary: cut(alert.summary, MOST.words),
    labels: boundLabels(alert.labels),
    // Half an address leads nowhere.
    url: alert.url !== null && alert.url.length > MOST.url ? null : alert.url,
  })),
});

const boundLabels = (labels: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(labels)
      .slice(0, MOST_LABELS)
      .map(([name, value]) => [cut(name, MOST.value), cut(value, MOST.value)]),
  );

const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`;
