import { expect, test } from "vitest";

import { groupMessages, type ShownMessage } from "./group-messages.ts";

const said = (author: ShownMessage["author"], at: string) => ({ author, authorName: author, at });
/** Noon, so that the day is the same in every zone a test may run in. */
const day = (number: number) => `2026-11-${number}T12:00:00.000Z`;

test("a day stands before its first message", () => {
  const items = groupMessages([said("client", day(18)), said("client", day(18)), said("client", day(19))]);
  expect(items.map((item) => item.kind)).toEqual(["day", "message", "message", "day", "message"]);
});

test("an author is named again after another spoke or a day passed", () => {
  const messages = [
    said("bot", day(18)),
    said("bot", day(18)),
    said("client", day(18)),
    said("bot", day(18)),
    said("bot", day(19)),
  ];
  const named = groupMessages(messages).flatMap((item) => (item.kind === "message" ? [item.isFirstOfAuthor] : []));
  expect(named).toEqual([true, false, true, true, true]);
});
