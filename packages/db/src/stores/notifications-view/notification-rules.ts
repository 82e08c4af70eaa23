import { newId } from "@botdeck/core/ids";
import { and, asc, eq, sql } from "drizzle-orm";

import { announce } from "../../channel.ts";
import type { Database, Transaction } from "../../client.ts";
import { type NotificationRule, notificationRule } from "../../schema/notification.ts";
import { forgetRuleError } from "../notifications/rule-errors.ts";

/** A rule as it is to be kept. */
export type RuleToKeep = Pick<NotificationRule, "portalId" | "code" | "isEnabled" | "rule" | "ownerId" | "updatedBy">;

/** The rules that a portal has of its own or wants otherwise than built in, by code. */
export async function listRuleRows(db: Database, portalId: string): Promise<NotificationRule[]> {
  return db
    .select()
    .from(notificationRule)
    .where(eq(notificationRule.portalId, portalId))
    .orderBy(asc(notificationRule.code));
}

/**
 * The row of one rule, locked until the transaction ends; null when there is none.
 *
 * Of two who change a rule, also one that has no row yet, the later sees what the earlier made of it.
 */
export async function lockRuleRow(tx: Transaction, portalId: string, code: string): Promise<NotificationRule | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`rule:${portalId}:${code}`}, 0))`);
  const [row] = await tx
    .select()
    .from(notificationRule)
    .where(and(eq(notificationRule.portalId, portalId), eq(notificationRule.code, code)))
    .for("update");
  return row ?? null;
}

/** Keeps a rule, new or changed. What was wrong with it before is forgotten: it is evaluated anew. */
export async function putRuleRow(db: Database, rule: RuleToKeep): Promise<void> {
  const { isEnabled, ownerId, updatedBy } = rule;
  const changes = { isEnabled, ownerId, updatedBy, rule: rule.rule };
  await db
    .insert(notificationRule)
    .values({ id: newId(), ...rule })
    .onConflictDoUpdate({
      target: [notificationRule.portalId, notificationRule.code],
      set: { ...changes, updatedAt: sql`now()` },
    });
  await forgetRuleError(db, rule.portalId, rule.code);
}

/** Takes a portal's rule away: a built-in one is then as the code has it, one of its own is gone. */
export async function removeRuleRow(db: Database, portalId: string, code: string): Promise<void> {
  await db
    .delete(notificationRule)
    .where(and(eq(notificationRule.portalId, portalId), eq(notificationRule.code, code)));
  await forgetRuleError(db, portalId, code);
}

/** Tells whoever knows rules by heart that some changed; after the commit. */
export async function announceRules(db: Database): Promise<void> {
  await announce(db, "botdeck_portals", null);
}
