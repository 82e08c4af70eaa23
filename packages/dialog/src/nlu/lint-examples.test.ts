import { expect, test } from "vitest";

import { lintExamples } from "./lint-examples.ts";

const plural = (intent: string, texts: string) => texts.split("; ").map((text) => ({ text, intent }));
const WATERING =
  "полей газон; включи полив; полить грядки; полив теплицы; поливать розы; вода для рассады; полив утром; хватит поливать; water the lawn";
const BOATS =
  "аренда лодки; прокат каяка; взять катер; лодка на час; байдарка на двоих; сколько стоит катамаран; забронируй лодку; нужен катер; rent a boat";

test("good examples have no findings and most phrases would be understood", () => {
  const { findings, expected } = lintExamples([...plural("watering", WATERING), ...plural("boats", BOATS)]);
  expect(findings.filter(({ kind }) => kind !== "confused")).toEqual([]);
  expect(expected.answered + expected.asked + expected.handedOver).toBeCloseTo(1);
});

test("a phrase that two intents share is named with both, whatever its endings and order", () => {
  const shared = [{ text: "Лодки аренду!", intent: "watering" }];
  const { findings } = lintExamples([...plural("watering", WATERING), ...plural("boats", BOATS), ...shared]);
  expect(findings).toContainEqual({
    kind: "same_phrase",
    phrases: [{ text: "аренда лодки", intent: "boats" }, shared[0]],
  });
});

test("few phrases and a missing language are named by intent", () => {
  const { findings } = lintExamples([...plural("watering", WATERING), ...plural("boats", "лодка; катер")]);
  expect(findings).toContainEqual({ kind: "few_phrases", intent: "boats", phrases: 2, atLeast: 8 });
  expect(findings).toContainEqual({ kind: "language_missing", intent: "boats", language: "en" });
  expect(findings.some((finding) => finding.kind === "few_phrases" && finding.intent === "watering")).toBe(false);
});

test("intents that are taken for each other are named with the phrases that show it", () => {
  const twins = plural("boats_too", "лодка в аренду; прокат каяков; взять катера; лодка на часы; байдарки на двоих");
  const { findings } = lintExamples([...plural("watering", WATERING), ...plural("boats", BOATS), ...twins]);
  const confused = findings.flatMap((finding) => (finding.kind === "confused" ? [finding] : []));
  expect(confused.map(({ intent }) => intent)).toContain("boats");
  expect(confused.find(({ intent }) => intent === "boats")).toMatchObject({ takenFor: "boats_too" });
  expect(confused.find(({ intent }) => intent === "boats")?.phrases.length).toBeGreaterThan(1);
});
