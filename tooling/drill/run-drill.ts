import { messageOf } from "@botdeck/core";

import type { Fault } from "./fault.ts";
import { createSeededRandom } from "./seeded-random.ts";
import { findSecrets } from "./secrets-scan.ts";
import { openSite, type Site, type SiteOptions } from "./site.ts";
import { createStage, type Outcome } from "./stage.ts";

/** How one fault ended. */
export type FaultEnd =
  | { is: "run"; outcome: Outcome; isKept: boolean }
  /** This machine cannot do it. */
  | { is: "skipped"; reason: string }
  /** It could not be measured, which is as bad as a broken promise. */
  | { is: "failed"; reason: string };
export type FaultRun = FaultEnd & { fault: string; seed: number; tookMs: number };

export type DrillOptions = Omit<SiteOptions, "withTemporal"> & {
  faults: readonly Fault[];
  seed: number;
  isLong: boolean;
  onRun: (run: FaultRun) => void;
};

/**
 * Runs faults one after another, each under load, and settles the books after each. They share one stack, so that each
 * meets what the others left; a stack on which a promise broke is ended, its folder is kept, and the next fault gets a
 * new one. Before a stack ends, all that it wrote is searched for secrets.
 *
 * @returns How each fault ended, and where a secret was found.
 */
export async function runDrill(options: DrillOptions): Promise<{ runs: FaultRun[]; leaks: string[] }> {
  const { report, signal } = options;
  const runs: FaultRun[] = [];
  const leaks: string[] = [];
  let site: Site | null = null;
  const leave = async (isBroken: boolean) => {
    if (site === null) return;
    const left = site;
    site = null;
    // A fault that could not be measured may have left the database down.
    if (!signal.aborted) await left.heal().catch(() => {});
    const found = signal.aborted ? [] : await findSecrets(left).catch((error: unknown) => [messageOf(error)]);
    leaks.push(...found);
    const keepFolder = isBroken || found.length > 0;
    if (keepFolder) report(`Data, logs and ledgers are kept: ${left.stack.folder}`);
    await left.close({ keepFolder });
  };

  try {
    for (const fault of options.faults) {
      signal.throwIfAborted();
      const startedAt = performance.now();
      const end = await play(fault);
      const run = { fault: fault.name, seed: options.seed, tookMs: Math.round(performance.now() - startedAt), ...end };
      runs.push(run);
      options.onRun(run);
      // What comes after a broken promise would be counted against it.
      if (end.is === "failed" || (end.is === "run" && !end.isKept)) await leave(true);
    }
    await leave(false);
    return { runs, leaks };
  } finally {
    await leave(false);
  }

  async function play(fault: Fault): Promise<FaultEnd> {
    const whyNot = fault.whyNot?.() ?? null;
    if (whyNot !== null) return { is: "skipped", reason: whyNot };
    try {
      const withTemporal = fault.withTemporal === true;
      if (site !== null && site.withTemporal !== withTemporal) await leave(false);
      site ??= await openSite({ ...options, withTemporal });
      const outcome = await runFault(fault, site);
      const isKept = outcome.lost + outcome.duplicated + outcome.reordered + outcome.broken.length === 0;
      return { is: "run", outcome, isKept };
    } catch (error) {
      signal.throwIfAborted();
      return { is: "failed", reason: messageOf(error) };
    }
  }

  async function runFault(fault: Fault, on: Site): Promise<Outcome> {
    const { stack, portal, tables, identity } = on;
    const { seed, isLong } = options;
    const random = createSeededRandom(seed);
    const { name } = fault;
    const stage = createStage({ name, stack, portal, tables, identity, random, isLong, signal, report });
    const outcome = await fault.run(stage);
    const surprises = await on.heal();
    return { ...outcome, broken: [...outcome.broken, ...surprises] };
  }
}
