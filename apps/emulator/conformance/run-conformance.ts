import { PLATFORM_METHODS } from "@botdeck/b24-spec";

import { CASES } from "./cases/index.ts";
import { checkMethod } from "./check-method.ts";
import { startWorld } from "./world.ts";

export type Conformance = {
  asked: number;
  covered: number;
  wrongShape: number;
  /** One line for each method that is not covered, and for each fault of an answer. */
  faults: string[];
};

/**
 * Calls the methods that the platform uses on a fresh portal, one after another, and compares each answer with the
 * documented one.
 *
 * @param only A part of the names to try, in any case; empty for all.
 */
export async function runConformance(only = ""): Promise<Conformance> {
  const names = PLATFORM_METHODS.filter((name) => name.toLowerCase().includes(only.toLowerCase()));
  const world = await startWorld();
  const faults: string[] = [];
  let covered = 0;
  let wrongShape = 0;
  try {
    for (const name of names) {
      const verdict = await checkMethod(world, name, CASES);
      if (verdict.kind !== "uncovered") covered += 1;
      if (verdict.kind === "wrong") wrongShape += 1;
      if (verdict.kind === "uncovered") faults.push(`${name}: not covered (${verdict.why})`);
      if (verdict.kind === "wrong") faults.push(...verdict.faults.map((fault) => `${name}: ${fault}`));
    }
  } finally {
    await world.close();
  }
  return { asked: names.length, covered, wrongShape, faults };
}
