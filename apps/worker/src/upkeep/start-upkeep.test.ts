import { newId } from "@botdeck/core/ids";
import { connect, type DatabaseHandle, inboxEvent, RETENTION_DAYS } from "@botdeck/db";
import { createLogger } from "@botdeck/telemetry";
import { createTestDatabase, type TestDatabase } from "@botdeck/testing/database";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";

import { startUpkeep } from "./start-upkeep.ts";

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

async function addDoneEvents(count: number, madeAt = new Date()): Promise<void> {
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
    settledAt: madeAt,
  } as const;
  const occurredAt = "2026-11-21T09:00:00Z";
  await handle.db.insert(inboxEvent).values(
    Array.from({ length: count }, () => ({
      ...values,
      id: idOf(madeAt),
      dedupeKey: newId(),
      body: { ...body, occurredAt },
    })),
  );
}

/** As ids are made: the instant's milliseconds first. */
function idOf(at: Date): string {
  const hex = at.getTime().toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}${newId().slice(13)}`;
}

const inOneYear = async () => new Date(Date.now() + YEAR_MS);

function start(now?: () => Promise<Date>) {
  const lines: string[] = [];
  const logger = createLogger({ name: "worker", level: "info", write: (line) => void lines.push(line) });
  const clock = now === undefined ? {} : { now };
  const options = {
    handle,
    databaseUrl: database.url,
    days: RETENTION_DAYS,
    settleVisitsAfterHours: 24,
    renewGrants: async () => {},
    logger,
    firstMs: 0,
    ...clock,
  };
  return { role: startUpkeep(options), lines };
}

test("what is kept no longer is removed, and the log says what", async () => {
  await addDoneEvents(3);
  const { role, lines } = start(inOneYear);
  await expect.poll(() => lines.join()).toContain('"removed":{"event payloads":3,"event keys":3}');
  await role.stop();
  expect(await handle.db.$count(inboxEvent)).toBe(0);
});

test("it stops between two steps when it is told to, whatever is left to do", async () => {
  await addDoneEvents(6_000);
  const { role } = start(inOneYear);
  await expect.poll(() => purged()).toBeGreaterThan(0);
  await role.stop();
  expect(await handle.db.$count(inboxEvent)).toBe(6_000);
});

test("a machine whose clock is a year ahead removes nothing that is young", async () => {
  await addDoneEvents(3);
  await addDoneEvents(1, new Date(Date.now() - YEAR_MS));
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + YEAR_MS });
  try {
    const { role, lines } = start();
    await expect.poll(() => lines.join()).toContain('"removed"');
    await role.stop();
    expect(lines.join()).toContain('"removed":{"event payloads":1,"event keys":1}');
  } finally {
    vi.useRealTimers();
  }
  expect(await handle.db.$count(inboxEvent)).toBe(3);
});

const purged = async () => (await handle.sql`select id from inbox_event where body is null`).length;
