import { newId } from "@botdeck/core/ids";
import { connect, type DatabaseHandle, inboxEvent, RETENTION_DAYS } from "@botdeck/db";
import { createLogger } from "@botdeck/telemetry";
import { createTestDatabase, type TestDatabase } from "@botdeck/testing/database";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";

import { startUpkeep } from "./start-upkeep.ts";

/** Far more than it takes, for a busy machine. */
const PATIENCE = { timeout: 20_000, interval: 20 };
const YEAR_MS = 365 * 24 * 3_600_000;

let database: TestDatabase;
let handle: DatabaseHandle;
beforeAll(async () => {
  database = await createTestDatabase();
  handle = connect(database.url, { max: 4 });
});
beforeEach(() => handle.db.delete(inboxEvent));
afterAll(async () => {
  await handle.close();
  await database.drop();
});

async function addDoneEvents(count: number): Promise<void> {
  const body = {
    kind: "event.unreadable",
    portalId: newId(),
    botId: null,
    event: "X",
    data: {},
    problem: "x",
  } as const;
  const values = {
    kind: body.kind,
    portalId: body.portalId,
    lane: "x",
    status: "done",
    settledAt: new Date(),
  } as const;
  const occurredAt = "2026-11-21T09:00:00Z";
  await handle.db
    .insert(inboxEvent)
    .values(Array.from({ length: count }, () => ({ ...values, dedupeKey: newId(), body: { ...body, occurredAt } })));
}

function start() {
  const lines: string[] = [];
  const logger = createLogger({ name: "worker", level: "info", write: (line) => void lines.push(line) });
  const now = () => new Date(Date.now() + YEAR_MS);
  const options = { handle, databaseUrl: database.url, days: RETENTION_DAYS, logger, now, firstMs: 0 };
  return { role: startUpkeep(options), lines };
}

test("what is kept no longer is removed, and the log says what", async () => {
  await addDoneEvents(3);
  const { role, lines } = start();
  await vi.waitFor(() => expect(lines.join()).toContain('"removed":{"event payloads":3,"event keys":3}'), PATIENCE);
  await role.stop();
  expect(await handle.db.$count(inboxEvent)).toBe(0);
});

test("it stops between two steps when it is told to, whatever is left to do", async () => {
  await addDoneEvents(6_000);
  const { role } = start();
  await vi.waitFor(async () => expect(await purged()).toBeGreaterThan(0), PATIENCE);
  await role.stop();
  expect(await handle.db.$count(inboxEvent)).toBe(6_000);
});

const purged = async () => (await handle.sql`select id from inbox_event where body is null`).length;
