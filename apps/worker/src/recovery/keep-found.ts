import type { KeyedEvent } from "@botdeck/core";
import { type DatabaseHandle, keepEvents, keepFindings, type Outage, type OutageFinding, wakeRuntime } from "@botdeck/db";

/** Puts what was found at one place into the inbox. @returns How many of them nobody knew. */
export type Keep = (events: readonly KeyedEvent[]) => Promise<number>;

export type FindingsKeeper = {
  /** Notes the places that are looked through; those that are noted already stay as they are. */
  plan(wheres: readonly string[]): Promise<void>;
  /** Places that have not been looked through, or not to their end. */
  pending(): OutageFinding[];
  /** Events go into the inbox and are counted in one transaction: a crash forgets both or neither. */
  keepAt(where: string): Keep;
  change(where: string, change: Partial<OutageFinding>): Promise<void>;
};

/** What one recovery has found so far, in the outage's row. Several places may be looked through at once. */
export function createFindingsKeeper(db: DatabaseHandle["db"], outage: Outage): FindingsKeeper {
  let findings = [...outage.findings];
  let last: Promise<unknown> = Promise.resolve();

  /** One after another: all of them stand in one row. */
  function alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = last.then(work, work);
    last = turn.catch(() => {});
    return turn;
  }

  const changed = (where: string, change: (finding: OutageFinding) => OutageFinding) =>
    findings.map((finding) => (finding.where === where ? change(finding) : finding));

  return {
    plan: (wheres) =>
      alone(async () => {
        const known = new Set(findings.map(({ where }) => where));
        const fresh = [...new Set(wheres)].filter((where) => !known.has(where));
        const planned = fresh.map((where) => ({ where, recovered: 0, problem: null, isPending: true }));
        await keepFindings(db, outage.id, [...findings, ...planned]);
        findings = [...findings, ...planned];
      }),
    pending: () => findings.filter(({ isPending }) => isPending === true),
    keepAt: (where) => (events) =>
      alone(async () => {
        if (events.length === 0) return 0;
        const { kept, after } = await db.transaction(async (tx) => {
          const keys = await keepEvents(tx, events, { source: "recovery", outageId: outage.id });
          const counted = changed(where, (finding) => ({ ...finding, recovered: finding.recovered + keys.length }));
          await keepFindings(tx, outage.id, counted);
          return { kept: keys.length, after: counted };
        });
        findings = after;
        if (kept > 0) await wakeRuntime(db).catch(() => {});
        return kept;
      }),
    change: (where, change) =>
      alone(async () => {
        const after = changed(where, (finding) => ({ ...finding, ...change }));
        await keepFindings(db, outage.id, after);
        findings = after;
      }),
  };
}
