import { redactText } from "@botdeck/core";
import { type Database, listRotas } from "@botdeck/db";
import {
  checkRule,
  faultsInWords,
  faultWords,
  PersonId,
  rotaFaults,
  type Rule,
  RuleFault,
  type RuleLanguage,
} from "@botdeck/notifications";
import { z } from "zod";

/** In each language, since the server does not know which its reader has. */
export type Worded = Readonly<Record<RuleLanguage, string>>;
/** What is wrong with a rule: where (`condition`, `template.ru.rows.0.value`), what, and in a condition at which character. */
export type RuleProblem = { place: string; problem: Worded; at: number | null };

/** What somebody writes as a rule of a portal, with everything that is wrong with it; nothing is when it is one. */
export async function readRule(
  db: Database,
  portalId: string,
  written: unknown,
): Promise<{ rule: Rule | null; problems: RuleProblem[] }> {
  const { rule, faults } = checkRule(written);
  if (rule === null) return { rule, problems: faults.map(problemOf) };
  const namesRotas = rule.audience.some(({ kind }) => kind === "on_call");
  const missing = namesRotas ? rotaFaults(rule, await listRotas(db, portalId)) : [];
  return { rule: missing.length === 0 ? rule : null, problems: missing.map(problemOf) };
}

/** What is wrong with whom somebody names as a rule's owner. */
export function ownerProblems(ownerId: string | null): RuleProblem[] {
  if (ownerId === null || PersonId.safeParse(ownerId).success) return [];
  return [problemOf({ place: "ownerId", code: "person_id", values: {} })];
}

function problemOf(fault: RuleFault): RuleProblem {
  const { at } = fault.values;
  const problem = { en: faultWords(fault, "en"), ru: faultWords(fault, "ru") };
  return { place: fault.place, problem, at: typeof at === "number" ? at - 1 : null };
}

/** Why a rule could not be evaluated the last time, as the worker kept it: its faults; words where an earlier release did. */
export function keptProblem(kept: string): Worded {
  const faults = faultsIn(kept);
  if (faults === null) return { en: redactText(kept), ru: redactText(kept) };
  return { en: redactText(faultsInWords(faults, "en")), ru: redactText(faultsInWords(faults, "ru")) };
}

function faultsIn(kept: string): RuleFault[] | null {
  try {
    return z.array(RuleFault).safeParse(JSON.parse(kept)).data ?? null;
  } catch {
    return null;
  }
}
