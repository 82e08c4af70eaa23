import { expect, test } from "vitest";

import { settleAccount } from "./ledger.ts";

const ORDER = "Which order number is it? Choose or write it.";
const REASON = "What is the reason for the return?";
const PHOTO = "Please send a photo of the product, up to five of them.";
const CHECK = "Please check: order A-1044, it is broken, 1 picture attached. Is everything correct?";
const DONE = "Thank you! Your return is registered and is with our manager now.";
const ALL = [ORDER, REASON, PHOTO, CHECK, DONE];

test.each([
  ["all said once", ALL, 1, { lost: 0, duplicated: 0, reordered: 0 }],
  ["a question is missing", [ORDER, PHOTO, CHECK, DONE], 1, { lost: 1, duplicated: 0, reordered: 0 }],
  ["a question came twice", [ORDER, REASON, REASON, PHOTO, CHECK, DONE], 1, { lost: 0, duplicated: 1, reordered: 0 }],
  ["two tasks", ALL, 2, { lost: 0, duplicated: 1, reordered: 0 }],
  ["no task", ALL, 0, { lost: 1, duplicated: 0, reordered: 0 }],
  [
    "a word nobody owed",
    [ORDER, REASON, "I did not understand", PHOTO, CHECK, DONE],
    1,
    { lost: 0, duplicated: 1, reordered: 0 },
  ],
  ["the wrong order", [ORDER, PHOTO, REASON, CHECK, DONE], 1, { lost: 0, duplicated: 0, reordered: 1 }],
])("%s", (_name, said, tasks, expected) => {
  expect(settleAccount(said, tasks)).toEqual(expected);
});
