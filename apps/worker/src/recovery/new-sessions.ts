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
/** So far back the sessions are looked for that ended in the outage, and were followed by others of the same client. */
const MOST_BACK = 400;

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
      const latest = await latestSessions(view, bots);
      const start = await lastNumberBefore(view, latest);
      const problem = await keepEarlier(start ?? 0, latest);
      return (await keepLater(start)) ?? problem;

      /** Words of the outage in sessions that began before it, and which the portal does not give by their dialog any more. */
      async function keepEarlier(first: number, sessions: readonly SessionHistory[]): Promise<string | null> {
        const begunAnew = sessions.filter((session) => beganSince(session, view)).map(({ dialog }) => dialog.id);
        const known = bots.flatMap(({ dialogs }) => dialogs.filter(({ lastKnownId }) => lastKnownId !== null));
        const wanted = new Set(known.map(({ dialog }) => dialog.id).filter((id) => begunAnew.includes(id)));
        const found: SessionHistory[] = [];
        for (let to = first; wanted.size > 0 && to > 0 && first - to < MOST_BACK; to -= AT_ONCE) {
          for (const session of (await readNumbers(view, Math.max(1, to - AT_ONCE + 1), to)).toReversed()) {
            if (typeof session !== "string" && session !== null && wanted.delete(session.dialog.id)) found.push(session);
          }
        }
        for (const session of found.toReversed()) await keepMissed(session);
        return wanted.size === 0 ? null : `The sessions before the latest were not found: ${[...wanted].join(", ")}`;
      }

      async function keepLater(before: number | null): Promise<string | null> {
        let unreadable: string | null = null;
        let empty = 0;
        const end = (before ?? 0) + (before === null ? MOST_FROM_NOWHERE : MOST);
        for (let from = (before ?? 0) + 1; empty < GAP; from += AT_ONCE) {
          if (from > end) return `Sessions from number ${from} on were not looked through`;
          for (const session of await readNumbers(view, from, from + AT_ONCE - 1)) {
            empty = session === null ? empty + 1 : 0;
            if (typeof session === "string") unreadable = session;
            if (session === null || typeof session === "string") continue;
            if (beganAfter(session, view)) return unreadable;
            await keepMissed(session);
          }
        }
        return unreadable;
      }

      async function keepMissed(session: SessionHistory): Promise<void> {
        for (const { bot, dialogs } of bots.filter((one) => session.people.has(one.bot.bitrixBotId))) {
          const known = dialogs.find(({ dialog }) => dialog.id === session.dialog.id) ?? null;
          await keep(await missedOfSession(view, bot, session, known));
        }
      }
    },
  };
}

/** The sessions that run, or ran last, in all dialogs that are known; without those that may not be read. */
async function latestSessions(view: PortalView, bots: readonly BotWithDialogs[]): Promise<SessionHistory[]> {
  const lines = bots.flatMap(({ dialogs }) => dialogs.filter(({ dialog }) => dialog.type === "open_line"));
  const chatIds = [...new Set(lines.flatMap(({ dialog }) => dialog.chatId ?? []))];
  const sessions: SessionHistory[] = [];
  for (let start = 0; start < chatIds.length; start += AT_ONCE) {
    const group = chatIds.slice(start, start + AT_ONCE);
    const read = await Promise.all(group.map((chatId) => view.latestSession(chatId).catch(ifForGood)));
    sessions.push(...read.filter((session) => session !== null));
  }
  return sessions;
}

/** The highest number among the known sessions that had begun before the outage, or else one below all known ones. */
async function lastNumberBefore(view: PortalView, latest: readonly SessionHistory[]): Promise<number | null> {
  if (latest.length === 0) return null;
  const before = latest.filter((session) => beganBefore(session, view)).map(({ sessionId }) => Number(sessionId));
  if (before.length > 0) return Math.max(...before);
  let number = Math.min(...latest.map(({ sessionId }) => Number(sessionId))) - 1;
  for (let empty = 0; number > 0 && empty < GAP; number -= 1) {
    const session = await readSession(view.client, { sessionId: String(number) }, view.calls).catch(ifForGood);
    if (session !== null && beganBefore(session, view)) break;
    empty = session === null ? empty + 1 : 0;
  }
  return Math.max(number, 0);
}

/** Sessions by their numbers; null where there is none of a number, a text where it may not be read. */
async function readNumbers(view: PortalView, from: number, to: number): Promise<(SessionHistory | string | null)[]> {
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
  return Promise.all(
    numbers.map(async (sessionId) => {
      try {
        return await readSession(view.client, { sessionId }, view.calls);
      } catch (error) {
        if (error instanceof AppError && !error.isRetryable) return `Session ${sessionId}: ${messageOf(error)}`;
        throw error;
      }
    }),
  );
}

const beginOf = ({ messages }: SessionHistory): number => messages[0]?.at?.getTime() ?? Number.NaN;
const beganBefore = (session: SessionHistory, { window }: PortalView): boolean => beginOf(session) < window.from.getTime();
const beganAfter = (session: SessionHistory, { window }: PortalView): boolean => beginOf(session) > window.to.getTime();
/** Not only within the outage: the session before one that began after it may have been of the outage. */
const beganSince = (session: SessionHistory, { window }: PortalView): boolean =>
  beginOf(session) >= window.from.getTime();

/** What may not be read tells nothing; what could not be read at the moment is tried again. */
function ifForGood(error: unknown): null {
  if (error instanceof AppError && !error.isRetryable) return null;
  throw error;
}
