import type { SessionHistory } from "@botdeck/b24-client";

import { missedOfSession } from "./look-through-dialog.ts";
import type { Place, PortalView } from "./place.ts";
import {
  AT_ONCE,
  beganAfter,
  beganSince,
  type BotWithDialogs,
  GAP,
  lastNumberBefore,
  latestSessions,
  readNumbers,
} from "./session-numbers.ts";

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
            if (typeof session !== "string" && session !== null && wanted.delete(session.dialog.id))
              found.push(session);
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
