import { setTimeout as delay } from "node:timers/promises";

import type { EffectKind } from "@botdeck/core";
import {
  announce,
  claimEffect,
  type DatabaseHandle,
  type DeliveryOutcome,
  findConversation,
  LEASE_MS,
  noteDelivered,
  type OutboxEffect,
  settleEffect,
  TAKEN_OVER,
  touchConversation,
} from "@botdeck/db";
import type { Logger } from "@botdeck/telemetry";

import type { Carrier, Carriers } from "./carrier.ts";
import { outcomeOfFailedLook, outcomeOfFailure, outcomeOfLook } from "./outcome.ts";

const SETTLE_RETRY_MS = 500;

export type DelivererDeps = {
  db: DatabaseHandle["db"];
  carriers: Carriers;
  logger: Logger;
};

/** The kinds this process can carry at the moment. */
export function carriedKinds(carriers: Carriers): EffectKind[] {
  return Object.keys(carriers) as EffectKind[]; // safe: Carriers has no other keys
}

/**
 * Takes the next effect that may leave, carries it once and writes down how that ended.
 *
 * @returns False when nothing is due.
 */
export async function deliverNext({ db, carriers, logger }: DelivererDeps): Promise<boolean> {
  const row = await claimEffect(db, carriedKinds(carriers));
  if (!row) return false;

  const carrier = carriers[row.body.kind] as Carrier; // safe: only kinds that have one are claimed
  const outcome = (await cancelledByTakeOver(db, row)) ?? (await attempt(carrier, row));
  const isMine = await settle(db, row, outcome);
  logOutcome(logger, row, outcome, isMine);
  if (isMine) await tellConversation(db, row, outcome);
  return true;
}

/**
 * What was ready when an operator took over is cancelled there and then; this catches a word that was under way at that
 * moment, failed, and would be tried again over the operator's head.
 */
async function cancelledByTakeOver(db: DelivererDeps["db"], row: OutboxEffect): Promise<DeliveryOutcome | null> {
  if (row.kind !== "chat.send" || row.status !== "sending" || row.conversationId === null) return null;
  const conversation = await findConversation(db, row.conversationId);
  return conversation?.queue === "operator" ? { kind: "cancelled", error: TAKEN_OVER } : null;
}

async function attempt(carrier: Carrier, row: OutboxEffect): Promise<DeliveryOutcome> {
  if (row.status === "uncertain") {
    try {
      return outcomeOfLook(await carrier.look(row.body, row), row, row.policy);
    } catch (error) {
      return outcomeOfFailedLook(error, row, row.policy);
    }
  }
  try {
    return { kind: "sent", externalId: await carrier.carry(row.body, row), via: "answer" };
  } catch (error) {
    return outcomeOfFailure(error, row, Math.random());
  }
}

/**
 * Writes the outcome down, again and again while the lease lasts: an answer that we have must not become a doubt because
 * the database was away for a moment.
 */
async function settle(db: DelivererDeps["db"], row: OutboxEffect, outcome: DeliveryOutcome): Promise<boolean> {
  for (let waitedMs = 0; ; waitedMs += SETTLE_RETRY_MS) {
    try {
      return await settleEffect(db, row, outcome);
    } catch (error) {
      if (waitedMs >= LEASE_MS) throw error;
      await delay(SETTLE_RETRY_MS);
    }
  }
}

async function tellConversation(db: DelivererDeps["db"], row: OutboxEffect, outcome: DeliveryOutcome): Promise<void> {
  if (row.conversationId === null) return;
  if (outcome.kind === "sent" && row.kind === "chat.send") await noteDelivered(db, row.key, outcome.externalId);
  await touchConversation(db, row.conversationId);
  await announce(db, "botdeck_live", [row.conversationId]);
}

function logOutcome(logger: Logger, row: OutboxEffect, outcome: DeliveryOutcome, isMine: boolean): void {
  const facts = { effectId: row.id, kind: row.kind, attempt: row.attempt, outcome: outcome.kind };
  if (!isMine) logger.warn(facts, "outcome came too late: somebody else has the effect");
  else if (outcome.kind === "sent") logger.info({ ...facts, via: outcome.via }, "effect delivered");
  else if (outcome.kind === "cancelled") logger.info({ ...facts, reason: outcome.error }, "effect is cancelled");
  else if (outcome.kind === "dead") logger.error({ ...facts, reason: outcome.error }, "effect is a dead letter");
  else logger.warn({ ...facts, reason: outcome.error }, "effect is not delivered yet");
}
