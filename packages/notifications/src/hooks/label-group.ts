import type { Alert } from "@botdeck/core";

import type { AlertPost } from "./hook-post.ts";
import { shortName } from "./short-name.ts";

/** The group of one alert whose source does not group: the values of these labels; the alert's own name where it has none of them. */
export function labelGroup(alert: Alert, groupBy: readonly string[]): AlertPost {
  const labels = Object.fromEntries(
    groupBy.flatMap((name) => (alert.labels[name] ? [[name, alert.labels[name]] as const] : [])),
  );
  const values = Object.values(labels);
  const key =
    values.length === 0
      ? alert.name
      : Object.entries(labels)
          .map(([name, value]) => `${name}=${value}`)
          .join(",");
  return {
    groupKey: shortName(key),
    title: values.length === 0 ? alert.name : values.join(" · "),
    labels,
    alerts: [alert],
    isOver: false,
    leftOut: 0,
  };
}
