import { inboxEvent, outboxEffect } from "@botdeck/db";
import { expect, test } from "vitest";

import { addBot } from "../test-conversations.ts";
import { setupConsole } from "../test-console.ts";

test("the state of the system counts what waits, what is in doubt and what is dead", async () => {
  const { cookieOf, database, query } = await setupConsole();
  const { db } = database;
  const ids = await addBot(db);
  for (const [index, status] of (
    ["ready", "sending", "uncertain", "dead", "dead", "sent", "cancelled"] as const
  ).entries()) {
    await db.insert(outboxEffect).values({
      ...ids,
      key: `effect-${index}`,
      lane: `lane-${index}`,
      kind: "chat.send",
      body: { kind: "chat.send", dialogId: "chat1", text: "hello" },
      policy: "at_least_once",
      status,
    });
  }
  const dialog = { id: "chat1", chatId: "1", type: "open_line", title: "Demo", entityId: null } as const;
  const person = { id: "7", name: "Anna Field", kind: "client" } as const;
  const occurredAt = "2026-11-20T10:00:00Z";
  for (const [index, status] of (["waiting", "waiting", "done", "dead"] as const).entries()) {
    await db.insert(inboxEvent).values({
      ...ids,
      dedupeKey: `event-${index}`,
      lane: "lane",
      kind: "bot.joined",
      body: { kind: "bot.joined", ...ids, dialog, person, language: "en", occurredAt },
      status,
    });
  }

  const { data } = await query("system.status", undefined, await cookieOf("lead"));

  expect(data).toEqual({ inboxWaiting: 2, inboxDead: 1, outboxOpen: 2, outboxUncertain: 1, outboxDead: 2 });
});
