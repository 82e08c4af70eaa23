import { AppError } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import {
  type Actor,
  announceRules,
  type DatabaseHandle,
  lockRuleRow,
  noteActs,
  putRuleRow,
  removeRuleRow,
  type Transaction,
} from "@botdeck/db";
import type { z } from "zod";

import { ownerProblems, readRule, type RuleProblem } from "./problems-of.ts";
import { isSameRule, type PortalRule, portalRule } from "./rules-of-portal.ts";
import type { PutRule, RemoveRule, SetRuleEnabled } from "./schemas.ts";

type Db = DatabaseHandle["db"];

export type PutRuleResult = { kind: "saved"; code: string } | { kind: "refused"; problems: RuleProblem[] };

/**
 * Keeps a rule as somebody wrote it, and writes down who did. A built-in one that is as the code has it is no portal's own.
 *
 * @throws AppError `not_found` for a rule that the portal does not have, `conflict` when somebody else has changed it meanwhile.
 */
export async function putRule(db: Db, input: z.infer<typeof PutRule>, actor: Actor): Promise<PutRuleResult> {
  const { portalId, isEnabled, ownerId } = input;
  const { rule, problems: faults } = await readRule(db, portalId, input.rule);
  const problems = [...faults, ...ownerProblems(ownerId)];
  if (rule === null || problems.length > 0) return { kind: "refused", problems };
  const code = input.code ?? `own:${newId()}`;
  await changing(db, { portalId, code, seen: input.seen, isNew: input.code === null }, async (tx, before) => {
    const { builtIn } = before;
    const isAsBuiltIn = builtIn !== null && builtIn.isEnabled === isEnabled && isSameRule(builtIn, rule);
    if (isAsBuiltIn && ownerId === null) await removeRuleRow(tx, portalId, code);
    else await putRuleRow(tx, { portalId, code, isEnabled, rule, ownerId, updatedBy: actor.id });
    const action = input.code === null ? "notificationRule.create" : "notificationRule.change";
    const after = { isEnabled, ownerId, rule };
    await noteActs(tx, actor, [
      { action, subjectId: code, detail: { portalId, code, before: factsOf(before), after } },
    ]);
  });
  return { kind: "saved", code };
}

/** Switches a rule on or off. Throws as `putRule` does. */
export async function setRuleEnabled(db: Db, input: z.infer<typeof SetRuleEnabled>, actor: Actor): Promise<void> {
  const { portalId, code, isEnabled } = input;
  await changing(db, { ...input, isNew: false }, async (tx, before) => {
    const { rule, builtIn, row } = before;
    if (rule === null) throw new AppError("conflict", "This rule can no longer be read. Write it anew or delete it.");
    const ownerId = row?.ownerId ?? null;
    const isAsBuiltIn = builtIn !== null && builtIn.isEnabled === isEnabled && isSameRule(builtIn, rule);
    if (isAsBuiltIn && ownerId === null) await removeRuleRow(tx, portalId, code);
    else await putRuleRow(tx, { portalId, code, isEnabled, rule, ownerId, updatedBy: actor.id });
    const detail = { portalId, code, before: before.isEnabled, after: isEnabled };
    const action = isEnabled ? "notificationRule.enable" : "notificationRule.disable";
    await noteActs(tx, actor, [{ action, subjectId: code, detail }]);
  });
}

/** Makes a built-in rule as the code has it, or deletes one of the portal's own. Throws as `putRule` does. */
export async function removeRule(db: Db, input: z.infer<typeof RemoveRule>, actor: Actor): Promise<void> {
  const { portalId, code } = input;
  await changing(db, { ...input, isNew: false }, async (tx, before) => {
    if (before.row === null) return;
    await removeRuleRow(tx, portalId, code);
    const action = before.builtIn === null ? "notificationRule.delete" : "notificationRule.reset";
    await noteActs(tx, actor, [{ action, subjectId: code, detail: { portalId, code, before: factsOf(before) } }]);
  });
}

type Which = { portalId: string; code: string; seen: string | null; isNew: boolean };

async function changing(
  db: Db,
  { portalId, code, seen, isNew }: Which,
  change: (tx: Transaction, before: PortalRule) => Promise<void>,
): Promise<void> {
  await db.transaction(async (tx) => {
    const before = portalRule(code, await lockRuleRow(tx, portalId, code));
    if ((before.row?.updatedAt.toISOString() ?? null) !== seen) {
      throw new AppError("conflict", "Somebody else has changed this rule meanwhile.");
    }
    const isThere = before.row !== null || before.builtIn !== null;
    if (!isNew && !isThere) throw new AppError("not_found", "This rule is not there, or no longer.");
    await change(tx, before);
  });
  await announceRules(db);
}

const factsOf = ({ isEnabled, rule, row }: PortalRule) =>
  row === null && rule === null ? null : { isEnabled, ownerId: row?.ownerId ?? null, rule: rule ?? row?.rule };
