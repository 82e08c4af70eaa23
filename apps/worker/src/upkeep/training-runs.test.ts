import { addPhrase, askForRun, connect, type DatabaseHandle, latestRun } from "@botdeck/db";
import { type AnyBot, defineBot, type ExamplesComparison } from "@botdeck/dialog";
import { createLogger } from "@botdeck/telemetry";
import { createTestDatabase, type TestDatabase } from "@botdeck/testing/database";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";

import { tryOut } from "./training-runs.ts";

const by = { id: "user-1", name: "A lead" };
const logger = createLogger({ name: "test", level: "silent" });
/** Longer than any machine stalls. */
const LEASE_MS = 10_000;
const RENEW_EVERY_MS = 50;
const SCORE = { phrases: 1, right: 1, wrong: 0, unsure: 0 };
const FOUND: ExamplesComparison = { before: SCORE, after: SCORE, changes: [] };

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

const botOf = (code: string): AnyBot =>
  defineBot({
    code,
    kind: "client",
    name: { en: "Shop", ru: "Магазин" },
    texts: { en: {}, ru: {} },
    intents: { hours: { examples: ["when are you open"] } },
    welcome: () => [],
    fallback: () => [],
  });

const teach = (code: string, text: string) =>
  handle.db.transaction((tx) => addPhrase(tx, { botCode: code, text, language: "en", intent: "hours", by }));
const ask = (code: string) => handle.db.transaction((tx) => askForRun(tx, { botCode: code, by }));

/** A comparison that takes as long as the test wants, and ends when it is told to. */
async function beginLong(code: string) {
  await teach(code, "open today");
  await ask(code);
  const { promise: gate, resolve: release } = Promise.withResolvers<void>();
  const { promise: broken, resolve: isBroken } = Promise.withResolvers<void>();
  const deps = { db: handle.db, definitions: [botOf(code)], logger, leaseMs: LEASE_MS, renewEveryMs: RENEW_EVERY_MS };
  const running = tryOut({
    ...deps,
    compare: async (_before, _after, { signal, onProgress }) => {
      onProgress?.(0.5);
      const lost = new Promise<never>((_resolve, fail) =>
        signal?.addEventListener("abort", () => {
          isBroken();
          fail(new Error("broken off"));
        }),
      );
      await Promise.race([gate, lost]);
      return FOUND;
    },
  });
  return { deps, running, release, broken };
}

test("an evaluation in work has its lease renewed, so that it stays with its worker, and tells how far it is", async () => {
  const { deps, running, release } = await beginLong("long");
  const leaseUntil = async () => {
    const [row] = await handle.db.execute<{ at: number }>(sql`
      select extract(epoch from lease_until)::float8 as at from training_run where bot_code = 'long'`);
    return row?.at ?? 0;
  };
  // What it tells renews the lease too, so that is waited for.
  await expect.poll(async () => (await latestRun(handle.db, "long"))?.progress).toBe(0.5);
  const told = await leaseUntil();
  await expect.poll(async () => (await leaseUntil()) > told).toBe(true);
  expect(await tryOut(deps)).toBe(false);
  release();
  expect(await running).toBe(true);
  expect(await latestRun(handle.db, "long")).toMatchObject({ state: "done", attempts: 1, after: SCORE });
});

test("an evaluation whose phrases changed meanwhile is broken off, and the newer one is done", async () => {
  const { deps, running, broken } = await beginLong("changed");
  await teach("changed", "until when are you open");
  const { id } = await ask("changed");
  await broken;
  expect(await running).toBe(true);
  expect(await tryOut({ ...deps, compare: () => Promise.resolve(FOUND) })).toBe(true);
  expect(await latestRun(handle.db, "changed")).toMatchObject({ id, state: "done" });
});
