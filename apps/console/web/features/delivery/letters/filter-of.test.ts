import { expect, test } from "vitest";

import { filterOf, isNarrowed } from "./filter-of.ts";

test("a span of days begins with the first and ends with the last, by the reader's clock", () => {
  const { from, to } = filterOf({ state: "dead", from: "2026-11-20", to: "2026-11-21" }, undefined);
  expect(from).toBe(new Date("2026-11-20T00:00:00").toISOString());
  expect(to).toBe(new Date("2026-11-22T00:00:00").toISOString());
});

test("without a word all dead letters of all portals are looked for", () => {
  expect(filterOf({ state: "dead" }, undefined)).toEqual({
    state: "dead",
    what: null,
    kind: null,
    portalId: null,
    botId: null,
    causeId: null,
    from: null,
    to: null,
  });
  expect([isNarrowed({ state: "discarded" }), isNarrowed({ state: "dead", kind: "chat.send" })]).toEqual([false, true]);
});
