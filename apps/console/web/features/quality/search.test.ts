import { expect, test } from "vitest";

import { lengthOf, periodOf, QualitySearch, VisitsSearch } from "./search.ts";

test("an address that means nothing opens the page as it is at first", () => {
  const search = QualitySearch.parse({
    portal: "x",
    version: -1,
    from: "yesterday",
    to: "2026-11-21",
    days: 3,
    by: "person",
  });
  expect(search).toEqual({ to: "2026-11-21" });
  expect(VisitsSearch.parse({ figure: "all" }).figure).toBe("decided");
  expect(periodOf(search, "2026-11-21")).toEqual({ from: "2026-10-25", to: "2026-11-21" });
});

test("chosen days win over a length, unless they are no period or more than a year", () => {
  const today = "2026-11-21";
  expect(periodOf({ from: "2026-01-01", to: "2026-01-31", days: 7 }, today)).toEqual({
    from: "2026-01-01",
    to: "2026-01-31",
  });
  expect(lengthOf({ from: "2026-01-01", to: "2026-01-31", days: 7 })).toBeNull();
  const week = { from: "2026-11-15", to: today };
  expect(periodOf({ from: "2026-02-01", to: "2026-01-31", days: 7 }, today)).toEqual(week);
  expect(periodOf({ from: "2024-01-01", to: "2026-01-31", days: 7 }, today)).toEqual(week);
  expect(periodOf({ from: "2026-01-01", days: 7 }, today)).toEqual(week);
});
