import { expect, test } from "vitest";

import { type Played, summarizeDay } from "./summarize-day.ts";

function played(result: Played["result"], expected: Played["expected"], responsesMs: number[] = []): Played {
  const handedOver = ["operator", "missed", "mistagged"].includes(result);
  return { result, expected, handedOver, responsesMs };
}

test("containment is of those that may end without an operator, topics of those handed over, wrong of all", () => {
  const day = [
    played("contained", "contained", [100, 200]),
    played("contained", "either", [300]),
    played("operator", "either"),
    played("missed", "contained", [4_000]),
    played("operator", "operator"),
    played("mistagged", "operator"),
    played("wrong", "operator"),
    played("wrong", "contained"),
  ];

  expect(summarizeDay(day, 20)).toEqual({
    conversations: 8,
    contained: 2,
    wrong: 2,
    missed: 1,
    mistagged: 1,
    containment: 0.4,
    wrongRate: 0.25,
    topicAccuracy: 0.75,
    responseP50Ms: 200,
    responseP95Ms: 4_000,
    restCallsPerConversation: 2.5,
  });
});

test("a share of nothing is null", () => {
  expect(summarizeDay([], 0)).toMatchObject({ containment: null, topicAccuracy: null, responseP95Ms: null });
});
