import { type Database, namesOfPeople, recentRecordChanges } from "@botdeck/db";
import {
  faultWords,
  rotaNamed,
  type Rule,
  type RuleLanguage,
  type Sample,
  type WhatIf,
  whatIf,
} from "@botdeck/notifications";
import type { NotifySettings } from "@botdeck/bots";

import { readRotas } from "../rota/read-rotas.ts";
import { departmentsUnknown } from "./departments-unknown.ts";

const WEEK_MS = 7 * 86_400_000;
/** The newest that are looked at. */
const MOST_EVENTS = 2_000;
const SHOWN_PEOPLE = 12;
const SHOWN_SAMPLES = 5;

type Given = {
  portalId: string;
  /** Null for a new one. */
  code: string | null;
  rule: Rule;
  /** The rules of the portal that are on, as they stand now. */
  enabled: readonly { code: string; rule: Rule }[];
  settings: NotifySettings;
  language: RuleLanguage;
  now: Date;
};

/** What a rule would have told in the last week. Nobody is told, and what people wish is not asked. */
export async function tryRule(db: Database, { portalId, code, rule, enabled, settings, language, now }: Given) {
  const current = enabled.find((one) => one.code === code)?.rule ?? null;
  const since = new Date(now.getTime() - WEEK_MS);
  const found = await recentRecordChanges(db, portalId, { since, limit: MOST_EVENTS + 1 });
  const samples = found.slice(0, MOST_EVENTS).map(({ id, body }): Sample => ({ id, change: body }));
  const rules = current === null ? [rule] : [rule, current];
  const onCall = await onCallNow(db, portalId, { rules, now });
  const given = { samples, settings, language, onCall };
  const results = whatIf({ rule, ...given });
  const told = results.filter(({ outcome }) => outcome === "told");
  const failed = results.filter(({ outcome }) => outcome === "failed");
  const named = await namesOfPeople(
    db,
    portalId,
    rule.audience.flatMap((one) => (one.kind === "person" ? [one.id] : [])),
  );
  const people = peopleOf(told, named);
  return {
    looked: samples.length,
    isBounded: found.length > MOST_EVENTS,
    /** Of them, those that the rule is about. */
    about: results.length,
    told: countOf(results),
    toldNow: current === null ? null : countOf(whatIf({ rule: current, ...given })),
    /** Departments of whose people past events knew only some: they are counted too low. */
    departments: departmentsUnknown(
      rule,
      enabled.map((one) => one.rule),
      settings,
    ),
    failed: { count: failed.length, reason: reasonOf(failed.at(-1), language) },
    people: people.slice(0, SHOWN_PEOPLE),
    others: Math.max(0, people.length - SHOWN_PEOPLE),
    samples: told
      .slice(-SHOWN_SAMPLES)
      .toReversed()
      .map(({ id, subject, at, text, recipients }) => ({
        id,
        subject,
        at,
        text,
        to: recipients.map(({ dialogId, name }) => (name === dialogId ? (named.get(dialogId) ?? name) : name)),
      })),
  };
}

const reasonOf = (failed: WhatIf | undefined, language: RuleLanguage): string | null =>
  failed?.fault == null ? null : faultWords(failed.fault, language);

const countOf = (results: readonly WhatIf[]): number =>
  results.reduce((sum, { outcome, recipients }) => (outcome === "told" ? sum + recipients.length : sum), 0);

function peopleOf(
  told: readonly WhatIf[],
  named: ReadonlyMap<string, string>,
): { dialogId: string; name: string; count: number }[] {
  const all = Map.groupBy(
    told.flatMap(({ recipients }) => recipients),
    ({ dialogId }) => dialogId,
  );
  return [...all]
    .map(([dialogId, times]) => {
      const name = times.at(-1)?.name ?? dialogId;
      // Whom the events did not know a dialog may.
      return { dialogId, name: name === dialogId ? (named.get(dialogId) ?? name) : name, count: times.length };
    })
    .toSorted((one, other) => other.count - one.count);
}

/** By the names that the rules call rotas by, as a real run finds them. */
async function onCallNow(
  db: Database,
  portalId: string,
  { rules, now }: { rules: readonly Rule[]; now: Date },
): Promise<Map<string, readonly string[]>> {
  const names = rules.flatMap(({ audience }) => audience.flatMap((one) => (one.kind === "on_call" ? [one.rota] : [])));
  if (names.length === 0) return new Map();
  const rotas = await readRotas(db, portalId, now);
  return new Map(names.map((name) => [name, rotaNamed(rotas, name)?.turns?.[0]?.userIds ?? []]));
}
