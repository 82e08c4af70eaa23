import { expect, test } from "vitest";

import { resultFaults } from "./check-method.ts";

test.each<[string, unknown, unknown, number]>([
  ["nothing where a number is documented", 17, null, 1],
  ["nothing where a map is documented", {}, null, 1],
  ["a no where the call works", true, false, 1],
  ["a no where that is documented", false, false, 0],
  ["nothing where nothing is documented", null, null, 0],
  ["a yes", true, true, 0],
])("%s", (_, documented, result, faults) => {
  expect(resultFaults(documented, result)).toHaveLength(faults);
});
