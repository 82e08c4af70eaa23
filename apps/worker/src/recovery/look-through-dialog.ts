import { type DialogHistory, readDialogAfter, type SessionHistory } from "@botdeck/b24-client";
import { AppError } from "@botdeck/core";
import { type KnownDialog, knownKeys, knownMessageIds } from "@botdeck/db";

import { type DialogToLookThrough, missedEventsOf, toldOf } from "./missed-events-of.ts";
import { type BotOnPortal, type Place, type PortalView } from "./place.ts";

/** A dialog that we know, compared with what the portal has of it. */
export function dialogPlace(view: PortalView, bot: BotOnPortal, known: KnownDialog): Place {
  const { dialog, lastKnownId } = known;
  return {
    where: `${view.portal.domain} ${bot.code} ${dialog.id}`,
    async look(keep) {
      if (dialog.type === "open_line" && dialog.chatId !== null) {
        const session = await view.latestSession(dialog.chatId);
        if (session !== null) await keep(await missedOfSession(view, bot, session, known));
        return null;
      }
      const history = await readInternal(view, bot, known);
      if (history === null) return "Only its members can read it, and none of them has given the app their rights";
      await keep(await missedOf(view, bot, { dialog, history, lastKnownId, joinedAt: null }));
      return null;
    },
  };
}

/** What a bot missed of a session. That it began in the outage says that the bot missed being put into it as well. */
export async function missedOfSession(
  view: PortalView,
  bot: BotOnPortal,
  session: SessionHistory,
  known: Pick<KnownDialog, "dialog" | "lastKnownId"> | null,
) {
  const begin = session.messages[0]?.at ?? null;
  const { from, to } = view.window;
  const joinedAt = begin !== null && begin >= from && begin <= to ? begin : null;
  const dialog = known === null ? session.dialog : { ...known.dialog, entityId: session.dialog.entityId };
  return missedOf(view, bot, { dialog, history: session, lastKnownId: known?.lastKnownId ?? null, joinedAt });
}

async function missedOf(view: PortalView, bot: BotOnPortal, looked: DialogToLookThrough) {
  const { db, window, answerWithinMs } = view;
  const told = toldOf(looked, bot, window.now);
  const keys = await knownKeys(
    db,
    told.map(({ keyed }) => keyed.dedupeKey),
  );
  const ids = await knownMessageIds(db, bot.botId, looked.dialog.id);
  const last = Math.max(0, ...looked.history.messages.map(({ id }) => Number(id)));
  return missedEventsOf(looked, told, bot, {
    window,
    answerWithinMs,
    isKnown: ({ keyed, message }) => keys.has(keyed.dedupeKey) || ids.has(message.id),
    isOvertaken: [...ids].some((id) => Number(id) > last),
  });
}

/**
 * A dialog without a line is read by a member of it: whom the app acts for, or the person the bot talks to, if they gave
 * the app their rights. A private one has two members, the bot and the person, who knows it by the bot's id.
 */
async function readInternal(view: PortalView, bot: BotOnPortal, known: KnownDialog): Promise<DialogHistory | null> {
  const { dialog, personId, lastKnownId: afterId } = known;
  const isPrivate = dialog.type === "private";
  const dialogId = isPrivate ? bot.bitrixBotId : dialog.id;
  const member = isPrivate ? dialog.id : personId;
  const clients = [
    ...(isPrivate && member !== view.userId ? [] : [() => view.client]),
    ...(member === view.userId ? [] : [() => view.clientOf(member)]),
  ];
  for (const clientOf of clients) {
    try {
      return await readDialogAfter(clientOf(), { dialogId, afterId }, view.calls);
    } catch (error) {
      const isRefused =
        error instanceof AppError && ["forbidden", "unauthorized", "unsupported", "not_found"].includes(error.code);
      if (!isRefused) throw error;
    }
  }
  return null;
}
