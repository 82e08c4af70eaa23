import { z } from "zod";

import { callJson } from "../../start/http.ts";

const Silences = z.array(
  z.object({
    id: z.string(),
    status: z.object({ state: z.enum(["active", "pending", "expired"]) }),
    matchers: z.array(
      z.object({ name: z.string(), value: z.string(), isRegex: z.boolean(), isEqual: z.boolean().default(true) }),
    ),
    createdBy: z.string(),
    comment: z.string(),
  }),
);
export type Silence = z.infer<typeof Silences>[number];

const Alerts = z.object({
  data: z.object({ alerts: z.array(z.object({ labels: z.record(z.string(), z.string()), state: z.string() })) }),
});

/** The silences of an Alertmanager that hold now. */
export async function activeSilences(alertmanagerUrl: string): Promise<Silence[]> {
  const silences = Silences.parse(await callJson(`${alertmanagerUrl}/api/v2/silences`));
  return silences.filter(({ status }) => status.state === "active");
}

/** Whether a Prometheus says that an alert of this name fires, of this instance where one is named. */
export async function isFiring(prometheusUrl: string, alertname: string, instance?: string): Promise<boolean> {
  const { data } = Alerts.parse(await callJson(`${prometheusUrl}/api/v1/alerts`));
  return data.alerts.some(
    ({ labels, state }) =>
      labels["alertname"] === alertname &&
      (instance === undefined || labels["instance"] === instance) &&
      state === "firing",
  );
}
