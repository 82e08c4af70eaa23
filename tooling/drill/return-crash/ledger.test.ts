import { expect, test } from "vitest";

import { settleAccount } from "./ledger.ts";

const DATE = "When did you buy it? For example 14.11.2026, or “yesterday”.";
const REASON = "What is the reason for the return?";
const PHOTO = "Please send a photo of the product.";
const DONE = "Thank you, the return is with our manager, who will write to you here.";

test.each([
  ["all said once", [DATE, REASON, PHOTO, DONE], 1, { lost: 0, duplicated: 0, reordered: 0 }],
  ["a question is missing", [DATE, PHOTO, DONE], 1, { lost: 1, duplicated: 0, reordered: 0 }],
  ["a question came twice", [DATE, REASON, REASON, PHOTO, DONE], 1, { lost: 0, duplicated: 1, reordered: 0 }],
  ["two tasks", [DATE, REASON, PHOTO, DONE], 2, { lost: 0, duplicated: 1, reordered: 0 }],
  ["no task", [DATE, REASON, PHOTO, DONE], 0, { lost: 1, duplicated: 0, reordered: 0 }],
  [
    "a word nobody owed",
    [DATE, REASON, "I did not understand", PHOTO, DONE],
    1,
    { lost: 0, duplicated: 1, reordered: 0 },
  ],
  ["the wrong order", [DATE, PHOTO, REASON, DONE], 1, { lost: 0, duplicated: 0, reordered: 1 }],
])("%s", (_name, said, tasks, expected) => {
  expect(settleAccount(said, tasks)).toEqual(expected);
});
