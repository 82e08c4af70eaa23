import fc from "fast-check";
import { expect, test } from "vitest";

import { explainArguments } from "./explain-arguments.ts";
import { readArguments } from "./read-arguments.ts";
import { at, PARAMS } from "./testing/sample-params.ts";

const PIECES = [
  "15.07|–|28.07|с|по|15|июля|после обеда|half day|next week|неделя|03/04|31.02|2026-06|may|мне|кроме|?",
  "@john|@|Иванов|[USER=8]John[/USER]|[user=|[/user]|отдел|продажи|unpaid|без|оплаты|\u0001|\n|İ",
  "8 916 123-45-67|50 000 ₽|№|1234|-5|12.5",
].flatMap((line) => line.split("|"));
const piece = fc.constantFrom(...PIECES);
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(" ")),
  fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join("")),
);
const command = fc.constantFrom(...Object.keys(PARAMS));

test("any words are answered: each param is read, wrong or missing, and what was wrong is told in both languages", async () => {
  await fc.assert(
    fc.asyncProperty(command, text, async (name, words) => {
      const params = PARAMS[name] ?? [];
      const read = await readArguments(words, params, at(words));
      for (const { name: param, isOptional } of params) {
        const isWrong = read.problems.some((problem) => problem.param === param);
        const isTold = param in read.args || isWrong || read.missing.includes(param);
        expect(isTold || isOptional === true).toBe(true);
        expect(param in read.args && read.missing.includes(param)).toBe(false);
      }
      for (const { start, end, words: wrong } of read.problems) expect(words.slice(start, end)).toBe(wrong);
      for (const language of ["en", "ru"] as const) {
        const told = explainArguments(read, { params }, { name, language, today: "2026-07-08" });
        expect(told.split("\n").length).toBeGreaterThanOrEqual(read.problems.length > 0 ? 1 : 0);
      }
    }),
    { numRuns: 400 },
  );
});

test("a meaning that is offered is read as that meaning when it is written instead", async () => {
  await fc.assert(
    fc.asyncProperty(command, text, async (name, words) => {
      const params = PARAMS[name] ?? [];
      const { problems } = await readArguments(words, params, at(words));
      for (const { either, param } of problems) {
        for (const { value, instead } of either) {
          const again = await readArguments(instead, params, at(words));
          if (param !== null && params.every(({ kind }) => kind !== "words" && kind !== "token")) {
            // Where a person and a department are called alike, each is read as what it is.
            expect(Object.values(again.args)).toContainEqual(value);
          }
        }
      }
    }),
    { numRuns: 300 },
  );
});

test.each(["15.07-", "@john ", "[user=5]", "полдня ", "1234 ", "кошка ", "sales june ", "(", "half "])(
  "20,000 characters of %j are read in time that does not grow with what they repeat",
  async (repeated) => {
    const words = repeated.repeat(Math.ceil(20_000 / repeated.length)).slice(0, 20_000);
    const before = process.threadCpuUsage();
    await readArguments(words, PARAMS["report"] ?? [], at(words));
    // A pattern that backtracks needs seconds or hours of the processor here.
    expect(process.threadCpuUsage(before).user / 1_000).toBeLessThan(3_000);
  },
);
