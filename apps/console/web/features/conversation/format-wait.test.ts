import { expect, test } from "vitest";

import { formatWait } from "./format-wait.ts";

test.each([
  [-3_000, "0:00"],
  [47_999, "0:47"],
  [151_000, "2:31"],
  [3_751_000, "1:02:31"],
  [90_000_000, "25:00:00"],
])("a wait of %i ms reads %s", (waitMs, text) => {
  expect(formatWait(waitMs)).toBe(text);
});
