import { readSession, type SessionHistory } from "@botdeck/b24-client";
import { AppError, messageOf } from "@botdeck/core";
import type { KnownDialog } from "@botdeck/db";

import { missedOfSession } from "./look-through-dialog.ts";
import { type BotOnPortal, type Place, type PortalView, UNHURRIED } from "./place.ts";

/** A bot with the dialogs that are known of it, the latest first. */
export type BotWithDialogs = { bot: BotOnPortal; dialogs: readonly KnownDialog[] };

/** Numbers of sessions read at once: they leave in one batch. */
const AT_ONCE = 10;
/** So many numbers in a row without a session are taken for the end of them. */
const GAP = 10;
/** After so many the search is given up. */
const MOST = 2_000;

/**
 * Open line dialogs that began while nobody listened. No method lists them for a bot, and whom the app acts for need not
 * be in them. Yet sessions are numbered in the order in which they begin, and one may be read by its number: so those
 * after the last one known from before the outage are read until there are no more.
 */
export function newSessionsPlace(view: PortalView, bots: readonly BotWithDialogs[]): Place {
  return {
    where: `${view.portal.domain} new dialogs`,
    async look(keep) {
      const start = await lastSessionBefore(view, bots);
      if (start === null) return "No dialog from before the outage is known, so there is no number to search from";
      let unreadable: string | null = null;
      let empty = 0;
      for (let first = start + 1; empty < GAP; first += AT_ONCE) {
        if (first - start > MOST) return `More than ${MOST} sessions have begun since; those after them were not read`;
        const numbers = Array.from({ length: AT_ONCE }, (_, index) => String(first + index));
        const found = await Promise.all(numbers.map((sessionId) => readOne(view, sessionId)));
        for (const session of found) {
          empty = session === null ? empty + 1 : 0;
          if (typeof session === "string") unreadable = session;
          if (session === null || typeof session === "string") continue;
          for (const { bot, dialogs } of bots.filter((one) => session.people.has(one.bot.bitrixBotId))) {
            const known = dialogs.find(({ dialog }) => dialog.id === session.dialog.id) ?? null;
            await keep(await missedOfSession(view, bot, session, known));
          }
        }
      }
      return unreadable;
    },
  };
}

/** A session, null when there is none of this number, or why it may not be read. */
async function readOne(view: PortalView, sessionId: string) {
  try {
    return await readSession(view.client, { sessionId }, UNHURRIED);
  } catch (error) {
    if (error instanceof AppError && !error.isRetryable) return `Session ${sessionId}: ${messageOf(error)}`;
    throw error;
  }
}

/** The number of a session that had begun before the outage: the highest among the latest known ones, or else one below them. */
async function lastSessionBefore(view: PortalView, bots: readonly BotWithDialogs[]): Promise<number | null> {
  const latest = bots.flatMap(({ dialogs }) => dialogs.filter(({ dialog }) => dialog.type === "open_line").slice(0, AT_ONCE));
  const chatIds = [...new Set(latest.flatMap(({ dialog }) => dialog.chatId ?? []))];
  const sessions = await Promise.all(
    chatIds.map((chatId) => readSession(view.client, { chatId }, UNHURRIED).catch(ifForGood)),
  );
  const numbers = sessions.flatMap((session) => (session === null ? [] : [Number(session.sessionId)]));
  const before = sessions.flatMap((session) => (hadBegun(session, view) ? [Number(session?.sessionId)] : []));
  if (before.length > 0) return Math.max(...before);
  if (numbers.length === 0) return null;
  let number = Math.min(...numbers) - 1;
  for (let empty = 0; number > 0 && empty < GAP; number -= 1) {
    const session = await readSession(view.client, { sessionId: String(number) }, UNHURRIED).catch(ifForGood);
    if (hadBegun(session, view)) break;
    empty = session === null ? empty + 1 : 0;
  }
  return Math.max(number, 0);
}

function hadBegun(session: SessionHistory | null, { window }: PortalView): boolean {
  const begin = session?.messages[0]?.at ?? null;
  return begin !== null && begin < window.from;
}

/** What may not be read tells nothing; what could not be read at the moment is tried again. */
function ifForGood(error: unknown): null {
  if (error instanceof AppError && !error.isRetryable) return null;
  throw error;
}
