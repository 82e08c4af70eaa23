import { expect, test } from "vitest";

import type { Conversation } from "../../live/open-stream.ts";
import { bringsNews, patchRow, placeRows } from "./place-rows.ts";

const at = (minute: number) => `2026-11-20T10:${String(minute).padStart(2, "0")}:00.000Z`;

function conversation(id: string, minute: number, changes: Partial<Conversation> = {}): Conversation {
  return {
    id,
    portalId: "portal",
    portalDomain: "demo.example",
    botId: "bot",
    botName: "Demo bot",
    lineId: null,
    sla: { warnSeconds: 120, breachSeconds: 300 },
    ownerVersion: 0,
    viewers: [],
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
const everything = { belongs: () => true, order: "newest", hasMore: false } as const;
const rows = [conversation("a", 30), conversation("b", 20), conversation("c", 10)];

test("a conversation with a new message goes to the top", () => {
  expect(ids(placeRows(rows, [conversation("c", 40)], everything))).toBe("cab");
});

test("a conversation that leaves its queue leaves the list", () => {
  const taken = conversation("b", 20, { owner: "operator:7", updatedAt: at(21) });
  expect(ids(placeRows(rows, [taken], { ...everything, belongs: (row) => row.owner === "bot" }))).toBe("ac");
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
  expect(bringsNews(rows, conversation("d", 5), everything)).toBe(true);
  expect(bringsNews(rows, conversation("d", 5), { ...everything, belongs: () => false })).toBe(false);
  expect(bringsNews(rows, conversation("c", 40), everything)).toBe(true);
  expect(bringsNews(rows, conversation("c", 10, { owner: "closed" }), everything)).toBe(false);
});

test("whoever waits longest stands first, and a message of theirs moves nobody", () => {
  const waits = (id: string, since: number, changes: Partial<Conversation> = {}) =>
    conversation(id, 30, { waitingSince: at(since), ...changes });
  const queue = [waits("a", 5), waits("b", 9)];
  const waiting = { ...everything, order: "waiting" } as const;
  expect(ids(placeRows(queue, [waits("c", 7)], waiting))).toBe("acb");
  expect(ids(placeRows(queue, [waits("b", 9, { lastMessageAt: at(50), updatedAt: at(50) })], waiting))).toBe("ab");
  expect(bringsNews(queue, waits("b", 9, { lastMessageAt: at(50) }), waiting)).toBe(false);
});
