import { expect, test } from "vitest";

import { findChromium } from "./chromium.ts";

test("a CHROMIUM_PATH that does not run is named, not passed over", async () => {
  await expect(findChromium({ CHROMIUM_PATH: "/nowhere/chromium" })).rejects.toThrow(/CHROMIUM_PATH is \/nowhere/);
});
