import type { KeyedEvent } from "@botdeck/core";
import {
  type DatabaseHandle,
  keepEvents,
  keepFindings,
  knownKeys,
  type Outage,
  type OutageFinding,
  wakeRuntime,
} from "@botdeck/db";

/** Puts what was found at one place into the inbox. @returns How many of them nobody knew. */
export type Keep = (events: readonly KeyedEvent[]) => Promise<number>;

export type FindingsKeeper = {
  all(): readonly OutageFinding[];
  isPending(this: void, where: string): boolean;
  triesOf(where: string): number;
  /** Notes the places that are looked through; those that are noted already stay as they are. */
  plan(wheres: readonly string[]): Promise<void>;
  keepAt(where: string): Keep;
  change(where: string, change: Partial<OutageFinding>): Promise<void>;
};

/** Where findings are written to. */
type Store = {
  write(findings: readonly OutageFinding[]): Promise<void>;
  /** Keeps events together with the findings that count them. @returns The keys of those that were new. */
  keep(
    events: readonly KeyedEvent[],
    counted: (keys: readonly string[]) => readonly OutageFinding[],
  ): Promise<readonly string[]>;
};

/**
 * What a recovery has found so far, in the outage's row. Events go into the inbox and are counted in one transaction: a
 * crash forgets both or neither.
 */
export function createFindingsKeeper(db: DatabaseHandle["db"], outage: Outage): FindingsKeeper {
  return keeperOf(outage.findings, {
    write: (findings) => keepFindings(db, outage.id, findings),
    async keep(events, counted) {
      const kept = await db.transaction(async (tx) => {
        const keys = await keepEvents(tx, events, { source: "recovery", outageId: outage.id });
        await keepFindings(tx, outage.id, counted(keys));
        return keys;
      });
      // A lost wake-up costs one poll.
      if (kept.length > 0) await wakeRuntime(db).catch(() => {});
      return kept;
    },
  });
}

/** Counts what would be kept, and keeps nothing. */
export function createDryFindings(db: DatabaseHandle["db"]): FindingsKeeper {
  const seen = new Set<string>();
  return keeperOf([], {
    write: async () => {},
    async keep(events) {
      const keys = events.map(({ dedupeKey }) => dedupeKey).filter((key) => !seen.has(key));
      for (const key of keys) seen.add(key);
      const known = await knownKeys(db, keys);
      return keys.filter((key) => !known.has(key));
    },
  });
}

/** Several places may be looked through at once; what they found is written one after another, for it stands in one row. */
function keeperOf(known: readonly OutageFinding[], store: Store): FindingsKeeper {
  let findings = known;
  let last: Promise<unknown> = Promise.resolve();
  function alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = last.then(work, work);
    last = turn.catch(() => {});
    return turn;
  }

  const find = (where: string) => findings.find((finding) => finding.where === where);
  const changed = (where: string, change: (finding: OutageFinding) => Partial<OutageFinding>) =>
    findings.map((finding) => (finding.where === where ? { ...finding, ...change(finding) } : finding));
  async function write(after: readonly OutageFinding[]): Promise<void> {
    await store.write(after);
    findings = after;
  }

  return {
    all: () => findings,
    isPending: (where) => find(where)?.isPending === true,
    triesOf: (where) => find(where)?.tries ?? 0,
    plan: (wheres) =>
      alone(async () => {
        const fresh = [...new Set(wheres)].filter((where) => find(where) === undefined);
        const planned = fresh.map((where) => ({ where, recovered: 0, problem: null, isPending: true }));
        if (planned.length > 0) await write([...findings, ...planned]);
      }),
    keepAt: (where) => (events) =>
      alone(async () => {
        if (events.length === 0) return 0;
        const pastKeys = new Set(events.filter(isPast).map(({ dedupeKey }) => dedupeKey));
        const counted = (keys: readonly string[]) =>
          changed(where, ({ recovered, past = 0 }) => ({
            recovered: recovered + keys.length,
            past: past + keys.filter((key) => pastKeys.has(key)).length,
          }));
        const kept = await store.keep(events, counted);
        findings = counted(kept);
        return kept.length;
      }),
    change: (where, change) => alone(() => write(changed(where, () => change))),
  };
}

/** It is written into its conversation, and nobody answers it. */
function isPast({ event }: KeyedEvent): boolean {
  return "isPast" in event && event.isPast === true;
}
