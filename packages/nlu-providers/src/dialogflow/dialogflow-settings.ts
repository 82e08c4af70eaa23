import { z } from "zod";

import { IntentMap } from "../intent-map.ts";
import { ServiceAddress, ServiceTimeoutMs } from "../service/service-address.ts";

/** A part of an address of Google's; nothing that leads elsewhere. */
export const ResourceId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, "Letters, digits, hyphens and underscores only");

export const DialogflowSettings = z.object({
  projectId: z.string().regex(/^[a-z0-9][a-z0-9.:-]*$/, "Not an id of a Google Cloud project"),
  /** The region of the agent, such as `europe-west1`. */
  location: ResourceId.default("global"),
  /** The agent's own names of the languages. */
  languageCodes: z.object({ en: z.string().min(2), ru: z.string().min(2) }).default({ en: "en", ru: "ru" }),
  intentMap: IntentMap,
  /** A private way to the service instead of its public address; null for the public one. */
  endpoint: ServiceAddress.nullable().default(null),
  timeoutMs: ServiceTimeoutMs,
});
export type DialogflowSettings = z.infer<typeof DialogflowSettings>;

/** Regions have addresses of their own. */
export function endpointOf({ endpoint, location }: DialogflowSettings): string {
  if (endpoint !== null) return endpoint;
  return location === "global" ? "https://dialogflow.googleapis.com" : `https://${location}-dialogflow.googleapis.com`;
}
