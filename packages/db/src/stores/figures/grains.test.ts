import fc from "fast-check";
import { expect, test } from "vitest";

import { GRAIN } from "../../schema/figures.ts";
import { type FigureUnit, grainWith, GRAINS_OF, sourceOf, type Told, toldBy, TOLD_IN } from "./grains.ts";

const UNIT = ["day", "month"] as const satisfies FigureUnit[];
const Column = fc.subarray([...TOLD_IN.line_visit]);

test("whatever is asked for is read from a grain that tells all of it apart, and that is kept", () => {
  fc.assert(
    fc.property(fc.constantFrom(...UNIT), Column, (unit, asked) => {
      const grain = grainWith(unit, asked);
      expect(GRAINS_OF[unit]).toContain(grain);
      expect(TOLD_IN[grain]).toEqual(expect.arrayContaining(asked));
      const smaller = GRAINS_OF[unit].slice(0, GRAINS_OF[unit].indexOf(grain as never));
      for (const one of smaller) expect(asked.every((column) => TOLD_IN[one].includes(column))).toBe(false);
    }),
  );
});

test("each grain but the finest is added up from one that was added up before it and has all its columns", () => {
  for (const unit of UNIT) {
    const made: string[] = [];
    for (const grain of GRAINS_OF[unit].toReversed()) {
      const source = sourceOf(unit, grain);
      if (grain === "line_visit") expect(source).toBeNull();
      else {
        expect(made).toContain(source);
        expect(TOLD_IN[source ?? "line"]).toEqual(expect.arrayContaining([...TOLD_IN[grain]]));
      }
      made.push(grain);
    }
    expect(made.at(0)).toBe("line_visit");
    expect(GRAIN).toEqual(expect.arrayContaining(made));
  }
});

test("a filter needs what it picks by to be told apart, and also what is not known is picked by", () => {
  const any = {
    portalId: "p",
    botId: "b",
    lineId: null,
    intent: null,
    topic: null,
    dialog: null,
    dialogVersion: null,
    language: null,
  };
  expect(toldBy(any)).toEqual([]);
  expect(toldBy({ ...any, lineId: "1", intent: "", dialogVersion: 2 })).toEqual([
    "line_id",
    "intent",
    "dialog_version",
  ] satisfies Told[]);
  expect(toldBy({ ...any, topic: "order", dialog: "order", language: "en" })).toEqual(["topic", "dialog", "language"]);
});
