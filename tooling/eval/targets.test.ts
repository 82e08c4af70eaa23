import { trainEmbedded } from "@botdeck/dialog";
import { afterAll, describe, expect, test } from "vitest";

import { readDataSet, type DataSet } from "./nlu/data-sets.ts";
import { evaluate } from "./nlu/evaluate.ts";
import { judge, type Judged } from "./nlu/judge.ts";
import type { Measures } from "./nlu/measure.ts";
import { tableOf } from "./nlu/print-table.ts";
import { robustness } from "./nlu/robustness.ts";
import { TARGETS } from "./nlu/targets.ts";

const measured = new Map<DataSet, Measures>();
const rows: Judged[] = [];

function measuresOf(set: DataSet): Measures {
  const measures = measured.get(set) ?? evaluate(readDataSet(set)).figures;
  measured.set(set, measures);
  return measures;
}

function check(judged: readonly Judged[]): void {
  rows.push(...judged);
  expect(judged.filter(({ isMet }) => !isMet)).toEqual([]);
}

/** What `pnpm eval nlu --targets` shows, but for times: those belong to a machine and not to the code. */
describe("the embedded classifier keeps what it promises", () => {
  afterAll(() => void process.stdout.write(`\n${tableOf(rows)}`));

  test.each(TARGETS.map((target) => ({ ...target, names: target.sets.join(", ") })))(
    "$measure of $names, $of no worse than $must",
    (target) => check(judge(target, measuresOf)),
  );

  test("with slips, in the wrong keyboard layout, in Latin letters", () => {
    check(robustness());
  });

  test("the same to the byte each time, in less than 300 kB", () => {
    const { train } = readDataSet("b24support-ru");
    const bytes = trainEmbedded(train).toBytes();
    expect(trainEmbedded([...train].reverse()).toBytes()).toEqual(bytes);
    expect(bytes.length).toBeLessThan(300_000);
  });
});
