import { readSession, type SessionHistory } from "@botdeck/b24-client";
import { AppError, messageOf } from "@botdeck/core";
import type { KnownDialog } from "@botdeck/db";

import type { BotOnPortal, PortalView } from "./place.ts";

/** A bot with the dialogs that are known of it, the latest first. */
export type BotWithDialogs = { bot: BotOnPortal; dialogs: readonly KnownDialog[] };

/** Sessions read at once: they leave in one batch. */
export const AT_ONCE = 20;
/** So many numbers in a row without a session are taken for the end of them. */
export const GAP = 20;

/** The sessions that run, or ran last, in all dialogs that are known; without those that may not be read. */
export async function latestSessions(view: PortalView, bots: readonly BotWithDialogs[]): Promise<SessionHistory[]> {
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
export async function lastNumberBefore(view: PortalView, latest: readonly SessionHistory[]): Promise<number | null> {
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
export async function readNumbers(
  view: PortalView,
  from: number,
  to: number,
): Promise<(SessionHistory | string | null)[]> {
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
const beganBefore = (session: SessionHistory, { window }: PortalView): boolean =>
  beginOf(session) < window.from.getTime();
export const beganAfter = (session: SessionHistory, { window }: PortalView): boolean =>
  beginOf(session) > window.to.getTime();
/** Not only within the outage: the session before one that began after it may have been of the outage. */
export const beganSince = (session: SessionHistory, { window }: PortalView): boolean =>
  beginOf(session) >= window.from.getTime();

/** What may not be read tells nothing; what could not be read at the moment is tried again. */
function ifForGood(error: unknown): null {
  if (error instanceof AppError && !error.isRetryable) return null;
  throw error;
}
