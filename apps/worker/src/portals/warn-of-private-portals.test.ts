import type { Portal } from "@botdeck/db";
import { expect, test, vi } from "vitest";

import { warnOfPrivatePortals } from "./warn-of-private-portals.ts";

test("a connected portal is named once when its address is a private one", async () => {
  const domains = ["10.0.0.5", "bitrix:8080", "demo.bitrix24.com"];
  // Nothing else of a portal is read.
  const inState = async () => domains.map((domain) => ({ domain }) as Portal);
  const error = vi.fn();
  await warnOfPrivatePortals({ inState }, { error });
  expect(error.mock.calls.map(([about]) => about)).toEqual([{ domain: "10.0.0.5" }, { domain: "bitrix:8080" }]);
});
