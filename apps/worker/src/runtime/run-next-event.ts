import { AppError, messageOf } from "@botdeck/core";
import { announce, claimEvent, failEvent, type InboxEvent, wakeDeliverer } from "@botdeck/db";

import type { RuntimeDeps } from "./deps.ts";
import { type Handled, handleEvent } from "./handle-event.ts";
import { retryInMs } from "./retry-policy.ts";

/** A handler that takes longer holds a connection and a dialog for nothing, in milliseconds. */
const HANDLER_TIMEOUT_MS = 10_000;

/**
 * Takes the next waiting event through its bot, in one transaction. A crash at any point leaves the event waiting.
 *
 * @returns False when no event is due.
 * @throws What the database throws when it is away: the event is not blamed for that. A connection that breaks while an
 * event is handled, with the database there again at once, does count as a try of the event.
 */
export async function runNextEvent(deps: RuntimeDeps): Promise<boolean> {
  const run: { event: InboxEvent | null; handled: Handled | null } = { event: null, handled: null };
  try {
    await deps.db.transaction(async (tx) => {
      run.event = await claimEvent(tx);
      if (run.event) run.handled = await withinTime(handleEvent(tx, run.event, deps));
    });
  } catch (error) {
    if (!run.event) throw error;
    await recordFailure(deps, run.event, error);
    return true;
  }
  if (run.handled) await tellListeners(deps, run.handled);
  return run.event !== null;
}

async function recordFailure(deps: RuntimeDeps, event: InboxEvent, error: unknown): Promise<void> {
  const delay = retryInMs(event.attempts);
  await failEvent(deps.db, event.id, { error: messageOf(error), retryInMs: delay });
  const facts = { err: error, eventId: event.id, kind: event.kind, attempt: event.attempts + 1 };
  if (delay === null) deps.logger.error(facts, "event is a dead letter: it failed every time");
  else deps.logger.warn({ ...facts, retryInMs: delay }, "event failed and will run again");
}

/** A lost notice costs a poll; so a failure here must not make a committed event look failed. */
async function tellListeners({ db, logger }: RuntimeDeps, handled: Handled): Promise<void> {
  try {
    if (handled.effects > 0) await wakeDeliverer(db);
    if (handled.conversationId !== null) await announce(db, "botdeck_live", [handled.conversationId]);
  } catch (error) {
    logger.warn({ err: error }, "listeners could not be told");
  }
}

async function withinTime<Result>(work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new AppError("unreachable", `The bot did not decide within ${HANDLER_TIMEOUT_MS} ms`)),
      HANDLER_TIMEOUT_MS,
    );
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
