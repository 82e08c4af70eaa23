import fc from "fast-check";
import { expect, test } from "vitest";

import { weighEvidence } from "./weigh-evidence.ts";

const RANKED = [
  { intent: "purchase", confidence: 0.4 },
  { intent: "orderStatus", confidence: 0.3 },
];

test("evidence speaks for one intent and against another", () => {
  expect(weighEvidence(RANKED, [{ orderStatus: 3, purchase: 0.3 }])[0]?.intent).toBe("orderStatus");
});

test("what evidence speaks for is possible though the words do not tell of it", () => {
  const weighed = weighEvidence([{ intent: "purchase", confidence: 0.02 }], [{ availability: 9, purchase: 0.5 }]);
  expect(weighed[0]?.intent).toBe("availability");
});

test("without evidence nothing changes", () => {
  expect(weighEvidence(RANKED, [])).toBe(RANKED);
});

test("however much evidence there is, confidences stay chances, likeliest first", () => {
  const intent = fc.constantFrom("a", "b", "c", "d", "oos");
  const ranked = fc
    .uniqueArray(fc.record({ intent, confidence: fc.double({ min: 0, max: 0.2, noNaN: true }) }), {
      selector: (one) => one.intent,
    })
    .map((list) => list.toSorted((one, other) => other.confidence - one.confidence));
  const weight = fc.double({ min: 0.1, max: 10, noNaN: true });
  const evidence = fc.array(fc.dictionary(intent, weight));
  fc.assert(
    fc.property(ranked, evidence, (list, found) => {
      const confidences = weighEvidence(list, found).map(({ confidence }) => confidence);
      expect(confidences).toEqual(confidences.toSorted((one, other) => other - one));
      for (const each of confidences) expect(each >= 0 && each <= 1.000_001).toBe(true);
    }),
  );
});
