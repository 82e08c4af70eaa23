import type { Portal } from "../portal.ts";
import type { Bot } from "../state/model.ts";
import { nextId } from "../state/state.ts";
import { isoDate, unixTime } from "../wire/iso-date.ts";
import { authBlock } from "./auth-block.ts";
import { mayHear } from "./may-hear.ts";
import type { Notice } from "./notice.ts";
import { isV1Notice, v1Event } from "./v1-event.ts";
import { V2_EVENT_NAMES, v2EventData } from "./v2-event.ts";
import { emptyForNull } from "../wire/empty-for-null.ts";
import { botView } from "../wire/v2-bot.ts";

/** Gives a bot a notice the way it asked for: posted in v1 or v2 form, or kept until it is fetched. */
export function deliver(portal: Portal, bot: Bot, notice: Notice): void {
  if (!mayHear(portal, bot.owner)) return;
  if (bot.api === "v1") deliverV1(portal, bot, notice);
  else if (bot.eventMode === "fetch") queue(portal, bot, notice);
  else deliverV2(portal, bot, notice);
}

function deliverV1(portal: Portal, bot: Bot, notice: Notice): void {
  if (!isV1Notice(notice)) return;
  const { event, data } = v1Event(portal, bot, notice);
  const handler = notice.kind === "command" ? notice.command.handlerUrl : bot.handlers[event];
  if (handler === undefined || handler === null) return;
  const auth = authBlock(portal, bot.owner, notice.actorId);
  portal.events.send(handler, { event, event_handler_id: String(bot.id), data, ts: unixTime(portal.now()), auth });
}

function deliverV2(portal: Portal, bot: Bot, notice: Notice): void {
  if (bot.webhookUrl === null) return;
  const ofBot = { id: bot.id, code: bot.code, auth: authBlock(portal, bot.owner, bot.id) };
  portal.events.send(bot.webhookUrl, {
    event: V2_EVENT_NAMES[notice.kind],
    event_handler_id: String(bot.id),
    data: emptyForNull({ bot: ofBot, ...v2EventData(portal, bot, notice) }),
    ts: unixTime(portal.now()),
    auth: authBlock(portal, bot.owner, notice.actorId),
  });
}

/** How long an event waits to be fetched. The documentation says it of people's events; a portal keeps bots' no less. */
const KEPT_MS = 24 * 3_600_000;

function queue(portal: Portal, bot: Bot, notice: Notice): void {
  forgetOldEvents(portal);
  const id = nextId(portal.state, "event");
  portal.state.queuedEvents.set(id, {
    id,
    botId: bot.id,
    type: V2_EVENT_NAMES[notice.kind],
    date: isoDate(portal.now()),
    // A copy as JSON: the event tells of the moment it happened, not of the moment it is fetched.
    data: JSON.parse(JSON.stringify({ bot: botView(portal.state, bot), ...v2EventData(portal, bot, notice) })),
  });
}

/** They come in the order of their age, so the search ends at the first young one. */
function forgetOldEvents({ state, now }: Portal): void {
  const oldest = now().getTime() - KEPT_MS;
  for (const { id, date } of state.queuedEvents.values()) {
    if (Date.parse(date) >= oldest) return;
    state.queuedEvents.delete(id);
  }
}
