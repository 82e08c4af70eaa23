import type { KeyedEvent } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { connect, type DatabaseHandle, listen } from "@botdeck/db";
import { createLogger } from "@botdeck/telemetry";
import { createTestDatabase, type TestDatabase } from "@botdeck/testing/database";
import { afterAll, beforeAll, expect, test } from "vitest";

import { createKeeper } from "./keep-and-tell.ts";

let database: TestDatabase;
let handle: DatabaseHandle;
beforeAll(async () => {
  database = await createTestDatabase();
  handle = connect(database.url, { max: 4 });
});
afterAll(async () => {
  await handle.close();
  await database.drop();
});

function events(count: number): KeyedEvent[] {
  const [portalId, botId] = [newId(), newId()];
  const dialog = { id: "chat1", chatId: null, type: "group" as const, title: "", entityId: null };
  const person = { id: "5", name: "A person", kind: "employee" as const };
  const base = { kind: "message.deleted" as const, portalId, botId, dialog, person, language: null, messageId: "1" };
  return Array.from({ length: count }, () => ({
    dedupeKey: newId(),
    event: { ...base, occurredAt: "2026-11-21T09:00:00Z" },
  }));
}

/** A keeper, and the notices that it sends apart from a commit. */
function watchedKeeper() {
  const apart: unknown[] = [];
  const notices = Object.create(handle.db, {
    execute: { value: async (statement: never) => (apart.push(statement), handle.db.execute(statement)) },
  }) as DatabaseHandle["db"]; // safe: the same database
  const keep = createKeeper(handle.db, notices, createLogger({ name: "test", level: "silent" }));
  return { keep, apart };
}

test.each([
  { count: 1, withTheCommit: true },
  { count: 8, withTheCommit: true },
  { count: 9, withTheCommit: false },
])("$count events that are kept wake the runtime", async ({ count, withTheCommit }) => {
  let heard = 0;
  const stop = await listen(handle, "botdeck_inbox", () => void (heard += 1));
  const { keep, apart } = watchedKeeper();
  expect(await keep(events(count), "webhook", [])).toHaveLength(count);
  await expect.poll(() => heard).toBe(1);
  expect(apart).toHaveLength(withTheCommit ? 0 : 1);
  await stop();
});

test("statements that follow each other closely share one notice", async () => {
  const { keep, apart } = watchedKeeper();
  await Promise.all(Array.from({ length: 10 }, () => keep(events(1), "webhook", [])));
  await expect.poll(() => apart.length).toBeGreaterThan(0);
  expect(apart.length).toBeLessThan(10);
});
