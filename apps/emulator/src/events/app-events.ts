import { tokenPair } from "../oauth/token-answer.ts";
import { domainOf } from "../portal.ts";
import type { Portal } from "../portal.ts";
import type { EventBinding } from "../state/model.ts";
import { unixTime } from "../wire/iso-date.ts";
import { authBlock } from "./auth-block.ts";
import { currentConnector } from "./current-connector.ts";
import { mayHear } from "./may-hear.ts";
import { queueOffline } from "./offline-queue.ts";

/**
 * Tells everybody who wants to know of an event of the portal's business: handlers and queues of applications, and
 * outgoing webhooks.
 *
 * @param clientId The one application that the event is for; without it, all of them.
 */
export function announce(
  portal: Portal,
  event: string,
  data: object | number,
  userId: number,
  clientId?: string | null,
): void {
  portal.live.publish({ type: "portal", event });
  const isFor = (id: string): boolean => clientId === undefined || clientId === null || clientId === id;
  const bindings = [...portal.state.eventBindings.values()].filter(
    (binding) => binding.event === event && isFor(binding.clientId),
  );
  for (const binding of bindings) {
    if (!mayHear(portal, { kind: "app", key: binding.clientId })) continue;
    if (binding.isOffline === true) continue;
    sendTo(portal, binding, data, userId);
  }
  for (const { clientId: reader, isOffline, connector = "" } of bindings) {
    if (isOffline !== true || (connector !== "" && connector === currentConnector())) continue;
    queueOffline(portal, reader, { event, data, connector }, userId);
    pingOfflineReaders(portal, reader, userId);
  }
  if (clientId === undefined || clientId === null) sendToOutgoing(portal, event, data);
}

function sendTo(portal: Portal, binding: EventBinding, data: object | number, userId: number): void {
  const auth = authBlock(portal, { kind: "app", key: binding.clientId }, binding.authType || userId);
  const event_handler_id = String(binding.id);
  const { event, handler } = binding;
  portal.events.send(handler, { event, event_handler_id, data, ts: unixTime(portal.now()), auth });
}

/** Says "there is something in your queue", at most once per `minTimeout`. Bitrix24 docs: events/on-offline-event. */
function pingOfflineReaders(portal: Portal, clientId: string, userId: number): void {
  const app = portal.state.apps.get(clientId);
  for (const binding of portal.state.eventBindings.values()) {
    if (app === undefined || binding.clientId !== clientId || binding.event !== "ONOFFLINEEVENT") continue;
    const now = portal.now().getTime();
    const sentAt = portal.state.offlinePings.get(binding.id)?.sentAt ?? Number.NEGATIVE_INFINITY;
    // One that is still to come tells of this event too.
    if (sentAt > now) continue;
    const dueAt = Math.max(now, sentAt + (binding.minTimeoutS ?? 1) * 1000);
    portal.state.offlinePings.set(binding.id, { id: binding.id, sentAt: dueAt });
    portal.events.sendLater(dueAt - now, binding.handler, () => {
      const { access_token, refresh_token } = tokenPair(portal, app, binding.authType || userId);
      const auth = { ...authBlock(portal, { kind: "app", key: clientId }, binding.authType || userId), access_token };
      const ts = unixTime(portal.now());
      return {
        event: binding.event,
        event_handler_id: String(binding.id),
        data: {},
        ts,
        auth: { ...auth, refresh_token },
      };
    });
  }
}

/** An outgoing webhook gets no tokens. Bitrix24 docs: local-integrations/local-webhooks. */
function sendToOutgoing(portal: Portal, event: string, data: object | number): void {
  for (const { id, url, events, applicationToken } of portal.state.outgoingWebhooks.values()) {
    if (!events.includes(event)) continue;
    const auth = {
      domain: domainOf(portal),
      client_endpoint: `${portal.origin()}/rest/`,
      server_endpoint: `${portal.origin()}/rest/`,
      member_id: portal.state.memberId,
      application_token: applicationToken,
    };
    portal.events.send(url, { event, event_handler_id: String(id), data, ts: unixTime(portal.now()), auth });
  }
}
