import { expect, test } from "vitest";

import { settleFlow } from "./ledger.ts";

const owed = [
  { who: "a", text: /open/ },
  { who: "a", text: /closed/ },
  { who: "b", text: /card/ },
];

test.each([
  [{ a: ["open", "closed"], b: ["card"] }, [0, 0, 0, 0]],
  [{ a: ["open"], b: ["card", "card"] }, [1, 1, 0, 0]],
  [{ a: ["closed", "open"], b: ["card"] }, [0, 0, 1, 0]],
  [{ a: ["open", "closed", "what?"], b: [] }, [1, 1, 0, 0]],
  [{ a: ["open", "(repeated) open", "closed"], b: ["(повтор) card"] }, [0, 0, 0, 1]],
])("%j is accounted as lost, duplicated, reordered, marked %j", (said, [lost, duplicated, reordered, marked]) => {
  expect(settleFlow(owed, said)).toEqual({ lost, duplicated, reordered, marked });
});
