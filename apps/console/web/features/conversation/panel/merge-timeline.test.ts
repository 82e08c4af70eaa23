import { expect, test } from "vitest";

import { mergeTimeline } from "./merge-timeline.ts";

const message = (at: string, text: string, author: "client" | "bot" = "client") => ({
  at: `2026-11-21T${at}:00.000Z`,
  author,
  authorName: author,
  text,
});
const note = (at: string, text: string) => ({ at: `2026-11-21T${at}:00.000Z`, text });

const told = (...args: Parameters<typeof mergeTimeline<ReturnType<typeof message>, ReturnType<typeof note>>>) =>
  mergeTimeline(...args).flatMap((entry) => {
    if (entry.kind === "day") return [];
    return entry.kind === "note"
      ? `note ${entry.note.text}`
      : `${entry.message.text}${entry.isFirstOfAuthor ? " *" : ""}`;
  });

test("notes stand between messages by their time, and whoever goes on speaking behind one is named again", () => {
  const messages = [message("09:00", "hello"), message("09:02", "anybody?"), message("09:03", "yes", "bot")];
  expect(told(messages, [note("09:01", "call her")], false)).toEqual([
    "hello *",
    "note call her",
    "anybody? *",
    "yes *",
  ]);
});

test("notes of a time whose messages were not fetched stay out until they are", () => {
  const notes = [note("08:00", "old"), note("09:01", "new")];
  expect(told([message("09:00", "hello")], notes, true)).toEqual(["hello *", "note new"]);
  expect(told([message("09:00", "hello")], notes, false)).toEqual(["note old", "hello *", "note new"]);
});

test("messages of one instant stay in their order", () => {
  expect(told([message("09:00", "one"), message("09:00", "two")], [], false)).toEqual(["one *", "two"]);
});
