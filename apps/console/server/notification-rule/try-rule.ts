import { type Database, recentRecordChanges } from "@botdeck/db";
import { type Rule, type RuleLanguage, type Sample, type WhatIf, whatIf } from "@botdeck/notifications";
import type { NotifySettings } from "@botdeck/bots";

import { readRotas } from "../rota/read-rotas.ts";

const WEEK_MS = 7 * 86_400_000;
/** The newest that are looked at. */
const MOST_EVENTS = 2_000;
const SHOWN_PEOPLE = 12;
const SHOWN_SAMPLES = 5;

type Given = {
  portalId: string;
  rule: Rule;
  /** The rule as it stands now; null for a new one, or for one that is off. */
  current: Rule | null;
  settings: NotifySettings;
  language: RuleLanguage;
  now: Date;
};

/** What a rule would have told in the last week. Nobody is told, and what people wish is not asked. */
export async function tryRule(db: Database, { portalId, rule, current, settings, language, now }: Given) {
  const since = new Date(now.getTime() - WEEK_MS);
  const found = await recentRecordChanges(db, portalId, { since, limit: MOST_EVENTS + 1 });
  const samples = found.slice(0, MOST_EVENTS).map(({ id, body }): Sample => ({ id, change: body }));
  const onCall = await onCallNow(db, portalId, now);
  const given = { samples, settings, language, onCall };
  const results = whatIf({ rule, ...given });
  const told = results.filter(({ outcome }) => outcome === "told");
  const failed = results.filter(({ outcome }) => outcome === "failed");
  const people = peopleOf(told);
  return {
    looked: samples.length,
    isBounded: found.length > MOST_EVENTS,
    /** Of them, those that the rule is about. */
    about: results.length,
    told: countOf(results),
    toldNow: current === null ? null : countOf(whatIf({ rule: current, ...given })),
    failed: { count: failed.length, reason: failed.at(-1)?.problem ?? null },
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
        to: recipients.map(({ name }) => name),
      })),
  };
}

const countOf = (results: readonly WhatIf[]): number =>
  results.reduce((sum, { outcome, recipients }) => (outcome === "told" ? sum + recipients.length : sum), 0);

function peopleOf(told: readonly WhatIf[]): { dialogId: string; name: string; count: number }[] {
  const all = Map.groupBy(
    told.flatMap(({ recipients }) => recipients),
    ({ dialogId }) => dialogId,
  );
  return [...all]
    .map(([dialogId, times]) => ({ dialogId, name: times.at(-1)?.name ?? dialogId, count: times.length }))
    .toSorted((one, other) => other.count - one.count);
}

async function onCallNow(db: Database, portalId: string, now: Date): Promise<Map<string, string[]>> {
  const rotas = await readRotas(db, portalId, now);
  return new Map(
    rotas.flatMap(({ id, name, turns }) => {
      const userIds = turns?.[0]?.userIds ?? [];
      return [[id, userIds] as const, [name, userIds] as const];
    }),
  );
}
