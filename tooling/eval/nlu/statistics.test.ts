import { expect, test } from "vitest";

import { areaUnderRoc, expectedCalibrationError, quantile } from "./statistics.ts";

test("a quantile is a value that at least so many do not exceed", () => {
  expect(quantile([5, 1, 4, 2, 3], 0.8)).toBe(4);
  expect(quantile([5, 1, 4, 2, 3], 0)).toBe(1);
  expect(quantile([], 0.5)).toBeNull();
});

test("the area under the curve is the chance to be above, a tie counted half", () => {
  expect(areaUnderRoc([0.9, 0.5], [0.5, 0.1])).toBe(0.875);
  expect(areaUnderRoc([0.1], [0.9])).toBe(0);
  expect(areaUnderRoc([], [0.9])).toBeNull();
});

test("the calibration error is how far promises are from the truth, bin by bin", () => {
  const honest = Array.from({ length: 10 }, (_, at) => ({ chance: 0.7, isTrue: at < 7 }));
  expect(expectedCalibrationError(honest)).toBeCloseTo(0);
  expect(expectedCalibrationError(honest.map((row) => ({ ...row, isTrue: false })))).toBeCloseTo(0.7);
});
