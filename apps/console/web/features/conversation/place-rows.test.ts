import { expect, test } from "vitest";

import type { Conversation } from "../../live/open-stream.ts";
import { bringsNews, patchRow, placeRows } from "./place-rows.ts";

const at = (minute: number) => `2026-11-20T10:${String(minute).padStart(2, "0")}:00.000Z`;

function conversation(id: string, minute: number, changes: Partial<Conversation> = {}): Conversation {
  return {
    id,
    portalId: "portal",
    portalDomain: "demo.example",
    botName: "Demo bot",
    dialogType: "open_line",
    personName: `Person ${id}`,
    owner: "bot",
    operatorName: null,
    topic: null,
    lastMessageText: null,
    lastMessageBy: null,
    lastMessageAt: at(minute),
    waitingSince: null,
    updatedAt: at(minute),
    ...changes,
  };
}

const ids = (rows: Conversation[]) => rows.map((row) => row.id).join("");
const everything = { belongs: () => true, hasMore: false };
const rows = [conversation("a", 30), conversation("b", 20), conversation("c", 10)];

test("a conversation with a new message goes to the top", () => {
  expect(ids(placeRows(rows, [conversation("c", 40)], everything))).toBe("cab");
});

test("a conversation that leaves its queue leaves the list", () => {
  const taken = conversation("b", 20, { owner: "operator:7", updatedAt: at(21) });
  expect(ids(placeRows(rows, [taken], { belongs: (row) => row.owner === "bot", hasMore: false }))).toBe("ac");
});

test("a change that belongs below the loaded pages waits for its page", () => {
  expect(ids(placeRows(rows, [conversation("d", 5)], { ...everything, hasMore: true }))).toBe("abc");
  expect(ids(placeRows(rows, [conversation("d", 5)], everything))).toBe("abcd");
});

test("a change that comes late undoes nothing", () => {
  const late = conversation("a", 30, { topic: "old", updatedAt: at(1) });
  expect(placeRows(rows, [late], everything)).toEqual(rows);
  expect(patchRow(rows, late)).toEqual(rows);
});

test("a row is patched where it stands", () => {
  const patched = patchRow(rows, conversation("c", 50, { topic: "delivery" }));
  expect(ids(patched)).toBe("abc");
  expect(patched[2]?.topic).toBe("delivery");
});

test("news is a conversation that is not in the list, or a later message in one that is", () => {
  expect(bringsNews(rows, conversation("d", 5), () => true)).toBe(true);
  expect(bringsNews(rows, conversation("d", 5), () => false)).toBe(false);
  expect(bringsNews(rows, conversation("c", 40), () => true)).toBe(true);
  expect(bringsNews(rows, conversation("c", 10, { owner: "closed" }), () => true)).toBe(false);
});
