import { expect, test } from "vitest";

import { postmortem } from "./postmortem.ts";

const AT = "2026-11-21T09:00:00Z";
const told = (language: "en" | "ru", facts: Record<string, string>) =>
  postmortem(
    {
      id: "1",
      outcome: "done",
      acknowledgedByName: null,
      workflowId: "escalation:1",
      episode: 1,
      title: "Site down",
      severity: "critical",
      state: "resolved",
      firstAt: AT,
      resolvedAt: AT,
      firing: 0,
      total: 1,
      labels: {},
      alerts: [],
      moments: [{ at: AT, kind: "source_refused", personName: null, facts }],
      earlier: [],
    },
    { language, timeZone: "UTC" },
  );

test.each([
  ["en", "it refused the token (403): check the source's API token"],
  ["ru", "он не принял токен (403): проверьте токен API источника"],
] as const)("why a source did not take an answer is told in the reader's language: %s", (language, words) => {
  expect(told(language, { what: "acknowledged", refusal: "token", status: "403" })).toContain(words);
});

test("what was kept before refusals had codes is told as it was kept", () => {
  expect(told("ru", { what: "acknowledged", reason: "Shop did not take it" })).toContain("Shop did not take it");
});
