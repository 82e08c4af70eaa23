import { newId } from "@botdeck/core/ids";
import { connect, type DatabaseHandle, figuresOf, listen, outcome, portal } from "@botdeck/db";
import { createLogger } from "@botdeck/telemetry";
import { createTestDatabase, type TestDatabase } from "@botdeck/testing/database";
import { afterAll, beforeAll, expect, test } from "vitest";

import { addUpFigures, startFigures } from "./figures.ts";

const AT = new Date("2026-11-20T09:00:00Z");
const NOW = new Date("2026-11-21T09:00:00Z");
const ANY = {
  audience: "clients",
  portalId: null,
  botId: null,
  lineId: null,
  intent: null,
  topic: null,
  dialog: null,
  dialogVersion: null,
  language: null,
} as const;

let database: TestDatabase;
let handle: DatabaseHandle;
let portalId: string;
const told: string[][] = [];
const logger = createLogger({ name: "worker", level: "silent", write: () => {} });

beforeAll(async () => {
  database = await createTestDatabase();
  handle = connect(database.url, { max: 4 });
  const values = { domain: "portal.example", auth: "oauth", state: "active" } as const;
  const [made] = await handle.db.insert(portal).values(values).returning();
  portalId = made?.id ?? "";
  await listen(handle, "botdeck_desk", (topics) => void told.push(topics));
});
afterAll(async () => {
  await handle.close();
  await database.drop();
});

async function addOutcome(decidedAt = AT): Promise<void> {
  const times = { beganAt: decidedAt, endedAt: decidedAt, decidedAt };
  const ids = { portalId, botId: newId(), conversationId: newId(), visitId: newId() };
  await handle.db
    .insert(outcome)
    .values({ ...ids, ...times, lineId: "1", kind: "abandoned", cause: "silence", language: "en", answers: 1 });
}
const decided = async () => (await figuresOf(handle.db, ANY, { from: "2026-11-01", to: "2026-11-30" }, NOW)).decided;

test("what came of visits is in the figures a moment later, and pages are told once, only when something changed", async () => {
  while (await addUpFigures({ db: handle.db, logger }, NOW));
  told.length = 0;
  await addOutcome();
  await addOutcome();
  const role = startFigures({ db: handle.db, logger, everyMs: 20, now: async () => NOW });
  await expect.poll(() => decided()).toBe(2);
  await expect.poll(() => told).toEqual([["figures"]]);
  await role.stop();
  expect(await addUpFigures({ db: handle.db, logger }, NOW)).toBe(false);
});
