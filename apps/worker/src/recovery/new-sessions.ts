import { readSession, type SessionHistory } from "@botdeck/b24-client";
import { AppError, messageOf } from "@botdeck/core";
import type { KnownDialog } from "@botdeck/db";

import { missedOfSession } from "./look-through-dialog.ts";
import { type BotOnPortal, type Place, type PortalView } from "./place.ts";

/** A bot with the dialogs that are known of it, the latest first. */
export type BotWithDialogs = { bot: BotOnPortal; dialogs: readonly KnownDialog[] };

/** Numbers of sessions read at once: they leave in one batch. */
const AT_ONCE = 20;
/** So many numbers in a row without a session are taken for the end of them. */
const GAP = 20;
/** After so many the search is given up; sooner where no dialog tells where to begin. */
const MOST = 2_000;
const MOST_FROM_NOWHERE = 100;

/**
 * Open line dialogs that began while nobody listened. No method lists them for a bot, and whom the app acts for need not
 * be in them. Yet sessions are numbered in the order in which they begin, and one may be read by its number: so those
 * after the last one known from before the outage are read until there are no more.
 */
export function newSessionsPlace(view: PortalView, bots: readonly BotWithDialogs[]): Place {
  return {
    where: `${view.portal.domain} new dialogs`,
    isAlone: true,
    async look(keep) {
      const start = await lastSessionBefore(view, bots);
      const end = (start ?? 0) + (start === null ? MOST_FROM_NOWHERE : MOST);
      let unreadable: string | null = null;
      let empty = 0;
      for (let first = (start ?? 0) + 1; empty < GAP; first += AT_ONCE) {
        if (first > end) return `Sessions from number ${first} on were not looked through`;
        const numbers = Array.from({ length: AT_ONCE }, (_, index) => String(first + index));
        for (const session of await Promise.all(numbers.map((sessionId) => readOne(view, sessionId)))) {
          empty = session === null ? empty + 1 : 0;
          if (typeof session === "string") unreadable = session;
          if (session === null || typeof session === "string") continue;
          if (beganAfter(session, view)) return unreadable;
          await keepMissed(session);
        }
      }
      return unreadable;

      async function keepMissed(session: SessionHistory): Promise<void> {
        for (const { bot, dialogs } of bots.filter((one) => session.people.has(one.bot.bitrixBotId))) {
          const known = dialogs.find(({ dialog }) => dialog.id === session.dialog.id) ?? null;
          await keep(await missedOfSession(view, bot, session, known));
        }
      }
    },
  };
}

/** A session, null when there is none of this number, or why it may not be read. */
async function readOne(view: PortalView, sessionId: string) {
  try {
    return await readSession(view.client, { sessionId }, view.calls);
  } catch (error) {
    if (error instanceof AppError && !error.isRetryable) return `Session ${sessionId}: ${messageOf(error)}`;
    throw error;
  }
}

/** The number of a session that had begun before the outage: the highest among the latest known ones, or else one below them. */
async function lastSessionBefore(view: PortalView, bots: readonly BotWithDialogs[]): Promise<number | null> {
  const latest = bots.flatMap(({ dialogs }) =>
    dialogs.filter(({ dialog }) => dialog.type === "open_line").slice(0, AT_ONCE),
  );
  const chatIds = [...new Set(latest.flatMap(({ dialog }) => dialog.chatId ?? []))];
  const sessions = await Promise.all(
    chatIds.map((chatId) => readSession(view.client, { chatId }, view.calls).catch(ifForGood)),
  );
  const numbers = sessions.flatMap((session) => (session === null ? [] : [Number(session.sessionId)]));
  const before = sessions.flatMap((session) => (hadBegun(session, view) ? [Number(session?.sessionId)] : []));
  if (before.length > 0) return Math.max(...before);
  if (numbers.length === 0) return null;
  let number = Math.min(...numbers) - 1;
  for (let empty = 0; number > 0 && empty < GAP; number -= 1) {
    const session = await readSession(view.client, { sessionId: String(number) }, view.calls).catch(ifForGood);
    if (hadBegun(session, view)) break;
    empty = session === null ? empty + 1 : 0;
  }
  return Math.max(number, 0);
}

function hadBegun(session: SessionHistory | null, { window }: PortalView): boolean {
  const begin = session?.messages[0]?.at ?? null;
  return begin !== null && begin < window.from;
}

function beganAfter(session: SessionHistory, { window }: PortalView): boolean {
  const begin = session.messages[0]?.at ?? null;
  return begin !== null && begin > window.to;
}

/** What may not be read tells nothing; what could not be read at the moment is tried again. */
function ifForGood(error: unknown): null {
  if (error instanceof AppError && !error.isRetryable) return null;
  throw error;
}
