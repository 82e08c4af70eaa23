import type { FastifyPluginAsync } from "fastify";
import { z } from "zod";

import { nameOf } from "../chat/find.ts";
import type { Portal } from "../portal.ts";
import type { Bot, Webhook } from "../state/model.ts";

const Since = z.object({ since: z.coerce.number().int().min(0).default(0) });
/** A page that opens shows the newest lines; older ones are in the record's file. */
const FIRST_LINES = 300;
const SHOWN_EVENTS = 20;

/** Applications, bots, webhooks, and what went over the wire, as the portal page shows them. */
export const platformViewRoutes: FastifyPluginAsync<{ portal: Portal }> = async (app, { portal }) => {
  const { state } = portal;

  app.get("/platform", async () => ({
    apps: [...state.apps.values()].map(({ id, name, handlerUrl, scopes }) => ({
      clientId: id,
      name,
      handlerUrl,
      scopes,
      events: [...state.eventBindings.values()].filter(({ clientId }) => clientId === id).map(({ event }) => event),
      offlineEvents: [...state.offlineEvents.values()].filter(({ clientId }) => clientId === id).length,
    })),
    bots: [...state.bots.values()].map((bot) => botView(portal, bot)),
    webhooks: [...state.webhooks.values()].map((webhook) => webhookView(portal, webhook)).toReversed(),
    outgoing: [...state.outgoingWebhooks.values()].map(({ id, url, events }) => ({ id, url, events })),
  }));

  /** The newest calls and events above `since`, oldest first, and the number to ask with next. */
  app.get("/log", async (request) => {
    const { since } = Since.parse(request.query);
    const { next } = portal.record.since(Number.MAX_SAFE_INTEGER);
    const { calls, events } = portal.record.since(Math.max(since, next - FIRST_LINES));
    const lines = [
      ...calls.map((call) => ({ kind: "call", ...call })),
      ...events.map((event) => ({ kind: "event", ...event })),
    ];
    return { lines: lines.toSorted((one, other) => one.seq - other.seq), next };
  });
};

function botView({ state }: Portal, bot: Bot): Record<string, unknown> {
  const { id, code, type, api, owner, eventMode, webhookUrl } = bot;
  const queued = [...state.queuedEvents.values()].filter(({ botId }) => botId === id);
  const person = state.people.get(id);
  return {
    id: String(id),
    name: person === undefined ? code : nameOf(person),
    color: person?.color,
    code,
    type,
    api,
    eventMode,
    address: webhookUrl ?? Object.values(bot.handlers)[0] ?? null,
    owner: owner.kind === "app" ? (state.apps.get(owner.key)?.name ?? owner.key) : null,
    commands: [...state.commands.values()]
      .filter(({ botId }) => botId === id)
      .map(({ id: commandId, name, title, isCommon, isHidden }) => ({
        id: commandId,
        name,
        title,
        isCommon,
        isHidden,
      })),
    queued: queued.length,
    queuedEvents: queued
      .slice(-SHOWN_EVENTS)
      .map(({ id: eventId, type: event, date }) => ({ id: eventId, event, date })),
  };
}

/** The page belongs to whoever runs the emulator, so it shows the whole address. */
function webhookView(portal: Portal, { id, userId, scopes }: Webhook): Record<string, unknown> {
  return { code: id, url: `${portal.origin()}/rest/${userId}/${id}/`, userId: String(userId), scopes };
}
