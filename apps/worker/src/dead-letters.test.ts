import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { newId } from "@botdeck/core/ids";
import { auditLog, bot, connect, type DatabaseHandle, deliveryAttempt, outboxEffect, portal } from "@botdeck/db";
import { createTestDatabase, type TestDatabase } from "@botdeck/testing/database";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

let database: TestDatabase;
let handle: DatabaseHandle;
beforeAll(async () => {
  database = await createTestDatabase();
  handle = connect(database.url, { max: 2 });
});
beforeEach(() => handle.db.delete(outboxEffect));
afterAll(async () => {
  await handle.close();
  await database.drop();
});

/** Runs the command as a person does who is not at a terminal. */
async function run(...args: string[]): Promise<{ code: number; out: string }> {
  const script = fileURLToPath(new URL("dead-letters.ts", import.meta.url));
  const env = { ...process.env, DATABASE_URL: database.url };
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [script, ...args], { env });
    return { code: 0, out: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }; // safe: what execFile rejects with
    return { code, out: stdout + stderr };
  }
}

/** @param outcome How its only delivery ended before it died. */
async function addLetter(error: string, outcome: "dead" | "uncertain" = "dead"): Promise<string> {
  const ids = { portalId: newId(), botId: newId() };
  await handle.db.insert(portal).values({ id: ids.portalId, domain: "portal.example", auth: "webhook", state: "active" });
  const made = { id: ids.botId, portalId: ids.portalId, code: "store", name: "The bot", state: "active" } as const;
  await handle.db.insert(bot).values({ ...made, eventMode: "fetch" });
  const id = newId();
  const body = { kind: "chat.send", dialogId: "chat1", text: "hello", buttons: [] } as const;
  await handle.db.insert(outboxEffect).values({
    ...ids,
    ...{ id, key: id, lane: id, kind: body.kind, body: { ...body, buttons: [] }, policy: "ask" },
    ...{ status: "dead", attempt: 1, lastError: error, settledAt: new Date() },
  });
  await handle.db.insert(deliveryAttempt).values({ effectId: id, attempt: 1, outcome, startedAt: new Date() });
  return id;
}
const statusOf = async (id: string) =>
  (await handle.db.select().from(outboxEffect).where(eq(outboxEffect.id, id)))[0]?.status;

test("the list names each letter and how many share a cause, and shows no secret", async () => {
  await addLetter("ACCESS_DENIED at https://portal.example/rest/1/secretcode/im");
  await addLetter("ACCESS_DENIED at https://portal.example/rest/2/othercode/im");
  const { code, out } = await run();
  expect(code).toBe(0);
  expect(out).toMatch(/effect chat\.send of portal\.example, 1 tries: ACCESS_DENIED/);
  expect(out).not.toMatch(/secretcode|othercode/);
  const json = await run("--json");
  expect(json.out.trim().split("\n").map((line) => JSON.parse(line).what)).toEqual(["effect", "effect"]);
});

test("a replay shows first what it would do, and does it only when told to", async () => {
  const id = await addLetter("ACCESS_DENIED");

  expect(await run("--replay", id, "--dry-run")).toMatchObject({ code: 0, out: expect.stringContaining("runs again") });
  expect(await run("--replay", id)).toMatchObject({ code: 1, out: expect.stringContaining("--yes") });
  expect(await statusOf(id)).toBe("dead");

  expect((await run("--replay", id, "--yes")).out).toContain("1 of 1 run again");
  expect(await statusOf(id)).toBe("ready");
  const acts = await handle.db.select().from(auditLog).where(eq(auditLog.subjectId, id));
  expect(acts).toMatchObject([{ actorId: "command", action: "deadLetter.replay" }]);
});

test("what may happen a second time stays until that is accepted", async () => {
  const id = await addLetter("no answer", "uncertain");
  expect(await run("--replay", id, "--yes")).toMatchObject({ code: 1, out: expect.stringContaining("--accept-twice") });
  expect(await statusOf(id)).toBe("dead");
  expect((await run("--replay", id, "--yes", "--accept-twice")).code).toBe(0);
  expect(await statusOf(id)).toBe("ready");
});

test("a discard needs its reason, and can be taken back", async () => {
  const id = await addLetter("ACCESS_DENIED");
  expect(await run("--discard", id)).toMatchObject({ code: 1, out: expect.stringContaining("--reason") });
  expect((await run("--discard", id, "--reason", "told by phone")).code).toBe(0);
  expect(await statusOf(id)).toBe("discarded");
  expect((await run("--restore", id)).code).toBe(0);
  expect(await statusOf(id)).toBe("dead");
  expect((await run("--show", id)).out).toMatch(/deadLetter\.discard by .* told by phone/);
});

test("a wrong id is named", async () => {
  expect(await run("--replay", "17", "--yes")).toMatchObject({ code: 1, out: expect.stringContaining("17 is not an id") });
});
