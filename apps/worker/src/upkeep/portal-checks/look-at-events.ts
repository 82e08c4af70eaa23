import type { B24Client, CallOptions } from "@botdeck/b24-client";
import type { Portal, PortalFinding } from "@botdeck/db";
import type { NamedRule } from "@botdeck/notifications";

import { onlineEventsFor } from "../../recovery/portal-changes.ts";
import { finding } from "./finding.ts";

type Asked = { portal: Pick<Portal, "auth">; rules: readonly NamedRule[]; eventsUrl: string };

/**
 * What the portal posts to us, beside what rules want to know; and what it still posts to addresses that are ours no more, such as
 * those of an earlier deployment.
 *
 * @see Bitrix24 docs: event.get
 */
export async function lookAtEvents(
  client: B24Client,
  { portal, rules, eventsUrl }: Asked,
  options: CallOptions,
): Promise<PortalFinding[]> {
  // A webhook cannot bind events: what changes is looked for, and bots' events are fetched.
  if (portal.auth === "webhook") return [finding("events", "ok", { by: "fetch" })];
  const bound = (await client.call("event.get", {}, options)).map(({ event, handler, offline }) => ({
    event: (event ?? "").toUpperCase(),
    handler: handler ?? "",
    isOffline: offline === 1,
  }));
  const wanted = onlineEventsFor(rules).events;
  const isPosted = (event: string) =>
    bound.some((one) => !one.isOffline && one.event === event && one.handler === eventsUrl);
  const missing = wanted.filter((event) => !isPosted(event));
  const leftovers = bound
    .filter(({ isOffline, handler }) => !isOffline && !isOurs(handler, eventsUrl))
    .map(({ event, handler }) => `${event} → ${placeOf(handler)}`);
  const queued = bound.filter(({ isOffline }) => isOffline).length;
  const facts = { by: "post", wanted, missing, queued };
  return [
    finding("events", missing.length > 0 ? "warning" : "ok", facts),
    ...(leftovers.length > 0 ? [finding("leftovers", "warning", { leftovers })] : []),
  ];
}

/** Installation and removal of the app are posted beside the events. */
const isOurs = (handler: string, eventsUrl: string): boolean =>
  URL.canParse(handler) && new URL(handler).origin === new URL(eventsUrl).origin;

/** Without the query, in which somebody may have put a secret. */
function placeOf(handler: string): string {
  if (!URL.canParse(handler)) return "?";
  const { host, pathname } = new URL(handler);
  return `${host}${pathname}`;
}
