import { AppError } from "@botdeck/core";
import {
  BOT_OFF,
  type DatabaseHandle,
  type DeliveryOutcome,
  findConversation,
  isDatabaseAway,
  isWordOfBotOff,
  noteBotLeft,
  type OutboxEffect,
  settleEffect,
  TAKEN_OVER,
  type Transaction,
  wakeDeliverer,
} from "@botdeck/db";
import { crashPoint, type Logger } from "@botdeck/telemetry";

import type { Notices } from "../notices.ts";
import { giveToPeople } from "../portals/give-clients-to-people.ts";
import { untilWritten } from "../until-written.ts";
import { type Carrier, type Carriers, Unwanted } from "./carrier.ts";
import { isBotGone, isOfDesk, isOutdated } from "./desk-act.ts";
import { releaseFromFlow } from "./release-from-flow.ts";
import type { Lease, Leases } from "./leases.ts";
import { outcomeOfFailedLook, outcomeOfFailure, outcomeOfLook } from "./outcome.ts";
import { sayToItsPerson } from "./say-in-private.ts";
import { tellUndone } from "./tell-undone.ts";

/** An answer that we have is tried to be written down for so long before it becomes a doubt, in milliseconds. */
const SETTLE_PATIENCE_MS = 20_000;

const OUT_OF_CHAT = "The bot is not in that chat any more: said to its person in private";

export type DelivererDeps = {
  db: DatabaseHandle["db"];
  carriers: Carriers;
  leases: Leases;
  notices: Notices;
  logger: Logger;
};

/** An effect in this process's hands. */
export type EffectInHand = {
  row: OutboxEffect;
  /** The process's monotonic clock just before the lease was given, in milliseconds. */
  leasedAt: number;
  hasNext: boolean;
};

/**
 * Carries an effect once, or looks for one in doubt, and writes down how that ended.
 *
 * @returns The outcome; null when somebody else has the effect by now.
 */
export async function deliver({ row, leasedAt }: EffectInHand, deps: DelivererDeps): Promise<DeliveryOutcome | null> {
  const lease = deps.leases.open(leasedAt);
  try {
    const { outcome, hasBotLeft } = await attempt(row, lease, deps);
    crashPoint("worker.after_call_before_settle");
    if (outcome.kind === "dead") await untilWritten(() => releaseIfStart(row, deps), SETTLE_PATIENCE_MS);
    const settled = await untilWritten(() => settle(row, { outcome, hasBotLeft }, deps), SETTLE_PATIENCE_MS);
    logOutcome(deps.logger, row, outcome, settled !== null);
    if (settled === null) return null;
    if (row.conversationId !== null) deps.notices.conversation(row.conversationId);
    if (settled.toldIn !== null) deps.notices.conversation(settled.toldIn);
    if (outcome.kind === "dead") deps.notices.letters();
    return outcome;
  } finally {
    lease.end();
  }
}

/** @returns Null when somebody else has the effect by now; else in which conversation its person is told of it, if any. */
async function settle(
  row: OutboxEffect,
  { outcome, hasBotLeft }: Attempted,
  { db }: DelivererDeps,
): Promise<{ toldIn: string | null } | null> {
  const tell = tellerOf(row, outcome);
  if (tell === null) return (await settleEffect(db, row, outcome)) ? { toldIn: null } : null;
  return await db.transaction(async (tx) => {
    const isMine = await settleEffect(tx, row, outcome);
    if (isMine && hasBotLeft && row.conversationId !== null) await noteBotLeft(tx, row.conversationId);
    return isMine ? { toldIn: await tell(tx) } : null;
  });
}

/** What a person has to be told in place of what did not arrive, in the transaction that gives it up; null for nothing. */
function tellerOf(row: OutboxEffect, outcome: DeliveryOutcome): ((tx: Transaction) => Promise<string | null>) | null {
  if (outcome.kind === "dead") return (tx) => tellUndone(tx, row, outcome);
  if (outcome.kind !== "cancelled") return null;
  if (outcome.error === OUT_OF_CHAT) return (tx) => sayToItsPerson(tx, row);
  return outcome.error === BOT_OFF ? (tx) => giveItsClient(tx, row) : null;
}

/** What its bot had to say to a client is not said any more, so people have to. */
async function giveItsClient(tx: Transaction, { conversationId }: OutboxEffect): Promise<null> {
  if (conversationId === null) return null;
  await giveToPeople(tx, conversationId);
  await wakeDeliverer(tx);
  return null;
}

/** `hasBotLeft`: a person's words died because the bot that was to carry them has left the chat. */
type Attempted = { outcome: DeliveryOutcome; hasBotLeft: boolean };

async function attempt(row: OutboxEffect, lease: Lease, deps: DelivererDeps): Promise<Attempted> {
  let hasBotLeft = false;
  const outcome = await tryOnce(row, lease, deps, (error) => {
    hasBotLeft = isBotGone(row, error);
  });
  return { outcome, hasBotLeft: hasBotLeft && outcome.kind === "dead" };
}

async function tryOnce(
  row: OutboxEffect,
  lease: Lease,
  { db, carriers }: DelivererDeps,
  onFailure: (error: unknown) => void,
): Promise<DeliveryOutcome> {
  const carrier = carriers[row.body.kind] as Carrier; // safe: only kinds that have one are claimed, or born leaving
  if (row.status === "uncertain") {
    try {
      return outcomeOfLook(await carrier.look(row.body, row, lease.signal), row, row.policy);
    } catch (error) {
      if (error instanceof Unwanted) return { kind: "cancelled", error: error.message };
      return outcomeOfFailedLook(error, row, row.policy);
    }
  }
  try {
    const unwanted = await whyUnwanted(db, row);
    if (unwanted !== null) return { kind: "cancelled", error: unwanted };
    if (!lease.hasTime()) return notSent("There was too little time left to send it");
    crashPoint("worker.after_sending_before_call");
    return { kind: "sent", externalId: await carrier.carry(row.body, row, lease.signal), via: "answer" };
  } catch (error) {
    if (isDatabaseAway(error)) return notSent("The database went away before it was sent");
    if (error instanceof Unwanted) return { kind: "cancelled", error: error.message };
    if (isOutOfChat(row, error)) return { kind: "cancelled", error: OUT_OF_CHAT };
    onFailure(error);
    return outcomeOfFailure(error, row, Math.random());
  }
}

/** A client waits for a workflow that will never begin. Before the effect is settled: after that nobody would see to it. */
async function releaseIfStart(row: OutboxEffect, { db }: DelivererDeps): Promise<void> {
  if (row.body.kind !== "workflow.start") return;
  await releaseFromFlow(db, row, { workflowId: row.body.workflowId, said: null });
}

/**
 * Why it is not to leave any more, though it was not cancelled as it waited; null when it is. What a bot had under way when it was
 * switched off, and what failed, would else be said by a bot that people take for silent.
 */
async function whyUnwanted(db: DelivererDeps["db"], row: OutboxEffect): Promise<string | null> {
  if (await isTakenOver(db, row)) return TAKEN_OVER;
  return row.attempt > 1 && (await isWordOfBotOff(db, row.id)) ? BOT_OFF : null;
}

/**
 * What was ready when an operator took over is cancelled there and then; this catches a word that was under way at that
 * moment, failed, and would be tried again over the operator's head; and what people wrote and did at the console, which may
 * have waited for their permission while others took the conversation.
 */
async function isTakenOver(db: DelivererDeps["db"], row: OutboxEffect): Promise<boolean> {
  const { body, attempt: tries, conversationId } = row;
  if (conversationId === null) return false;
  if (isOfDesk(body)) {
    const conversation = await findConversation(db, conversationId);
    return conversation !== null && isOutdated(body, conversation);
  }
  // The words of whoever took it over are no word of the bot.
  if (body.kind !== "chat.send" || tries === 1 || body.byDesk === true) return false;
  return (await findConversation(db, conversationId))?.queue === "operator";
}

/** It has left or was put out, which the portal tells of by refusing; its word has somebody to go to instead. */
function isOutOfChat({ body }: OutboxEffect, error: unknown): boolean {
  if (body.kind !== "chat.send" || body.orTo === undefined) return false;
  return error instanceof AppError && (error.code === "forbidden" || error.code === "not_found");
}

const notSent = (error: string): DeliveryOutcome => ({ kind: "retry", error, inMs: 0 });

function logOutcome(logger: Logger, row: OutboxEffect, outcome: DeliveryOutcome, isMine: boolean): void {
  const facts = { effectId: row.id, kind: row.kind, attempt: row.attempt, outcome: outcome.kind };
  if (!isMine) logger.warn(facts, "outcome came too late: somebody else has the effect");
  else if (outcome.kind === "sent") logger.info({ ...facts, via: outcome.via }, "effect delivered");
  else if (outcome.kind === "cancelled") logger.info({ ...facts, reason: outcome.error }, "effect is cancelled");
  else if (outcome.kind === "dead") logger.error({ ...facts, reason: outcome.error }, "effect is a dead letter");
  else logger.warn({ ...facts, reason: outcome.error }, "effect is not delivered yet");
}
