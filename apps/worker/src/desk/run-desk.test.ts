import { newId } from "@botdeck/core/ids";
import { auditLog, bot, connect, type DatabaseHandle, deliveryAttempt, outboxEffect, portal } from "@botdeck/db";
import { createTestDatabase, type TestDatabase } from "@botdeck/testing/database";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { runDesk } from "./run-desk.ts";

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

/** Runs the command; `answer` is what the person at the terminal says, and nobody sits there without one. */
async function run(args: string[], answer?: boolean): Promise<{ isWhole: boolean; out: string }> {
  const lines: string[] = [];
  const confirm = () => (answer === undefined ? Promise.reject(new Error("nobody is here")) : Promise.resolve(answer));
  const terminal = { print: (line: string) => void lines.push(line), confirm, pause: () => Promise.resolve() };
  const isWhole = await runDesk(handle.db, args, terminal);
  return { isWhole, out: lines.join("\n") };
}

/** @param outcome How its only delivery ended before it died. */
async function addLetter(error: string, outcome: "dead" | "uncertain" = "dead"): Promise<string> {
  const ids = { portalId: newId(), botId: newId() };
  await handle.db
    .insert(portal)
    .values({ id: ids.portalId, domain: "portal.example", auth: "webhook", state: "active" });
  const made = { id: ids.botId, portalId: ids.portalId, code: "store", name: "The bot", state: "active" } as const;
  await handle.db.insert(bot).values({ ...made, eventMode: "fetch" });
  const id = newId();
  const body = { kind: "chat.send", dialogId: "chat1", text: "hello", buttons: [] } as const;
  await handle.db.insert(outboxEffect).values({
    ...ids,
    id,
    key: id,
    lane: id,
    kind: body.kind,
    body: { ...body, buttons: [] },
    policy: "ask",
    status: "dead",
    attempt: 1,
    lastError: error,
    settledAt: new Date(),
  });
  await handle.db.insert(deliveryAttempt).values({ effectId: id, attempt: 1, outcome, startedAt: new Date() });
  return id;
}
const statusOf = async (id: string) =>
  (await handle.db.select().from(outboxEffect).where(eq(outboxEffect.id, id)))[0]?.status;

test("the list names each letter and how many share a cause, and shows no secret", async () => {
  await addLetter("ACCESS_DENIED at https://portal.example/rest/1/secretcode/im");
  await addLetter("ACCESS_DENIED at https://portal.example/rest/2/othercode/im");
  const { isWhole, out } = await run([]);
  expect(isWhole).toBe(true);
  expect(out).toMatch(/effect chat\.send of portal\.example, 1 try: ACCESS_DENIED/);
  expect(out).not.toMatch(/secretcode|othercode/);
  const json = await run(["--json"]);
  expect(json.out).not.toMatch(/secretcode|othercode/);
  expect(json.out.split("\n").map((line) => JSON.parse(line).what)).toEqual(["effect", "effect"]);
});

test("a replay shows first what it would do, and does it only when it is confirmed", async () => {
  const id = await addLetter("ACCESS_DENIED");

  expect((await run(["--replay", id, "--dry-run"])).out).toContain("runs again");
  await expect(run(["--replay", id])).rejects.toThrow("nobody is here");
  expect((await run(["--replay", id], false)).isWhole).toBe(false);
  expect(await statusOf(id)).toBe("dead");

  expect((await run(["--replay", id], true)).out).toContain("1 of 1 run again");
  expect(await statusOf(id)).toBe("ready");
  const acts = await handle.db.select().from(auditLog).where(eq(auditLog.subjectId, id));
  expect(acts).toMatchObject([{ actorId: "command", action: "deadLetter.replay" }]);
});

test("what may happen a second time stays until that is accepted", async () => {
  const id = await addLetter("no answer", "uncertain");
  expect(await run(["--replay", id, "--yes"])).toMatchObject({
    isWhole: false,
    out: expect.stringContaining("--accept-twice"),
  });
  expect(await statusOf(id)).toBe("dead");
  expect((await run(["--replay", id, "--yes", "--accept-twice"])).isWhole).toBe(true);
  expect(await statusOf(id)).toBe("ready");
});

test("all letters of a cause run again by its name", async () => {
  const ids = [await addLetter("ACCESS_DENIED"), await addLetter("ACCESS_DENIED"), await addLetter("NO_SUCH_CHAT")];
  const [{ causeId }] = (await run(["--json"])).out
    .split("\n")
    .map((line): { causeId: string } => JSON.parse(line)) as [{ causeId: string }];
  await run(["--replay", "--cause", causeId, "--yes"]);
  await expect(run(["--replay", "--cause", "nope", "--yes"])).rejects.toThrow("No dead letter has the cause nope");
  expect(await Promise.all(ids.map(statusOf))).toEqual(["ready", "ready", "dead"]);
});

test("a discard needs its reason, and can be taken back", async () => {
  const id = await addLetter("ACCESS_DENIED");
  await expect(run(["--discard", id])).rejects.toThrow("--reason");
  expect((await run(["--discard", id, "--reason", "told by phone"])).isWhole).toBe(true);
  expect(await statusOf(id)).toBe("discarded");
  expect((await run(["--discarded"])).out).toContain("discarded: told by phone");
  expect((await run(["--restore", id])).isWhole).toBe(true);
  expect(await statusOf(id)).toBe("dead");
  expect((await run(["--show", id])).out).toMatch(/deadLetter\.discard by .* told by phone/);
});

test("arguments that contradict each other do nothing", async () => {
  const id = await addLetter("ACCESS_DENIED");
  await expect(run(["--discard", id, "--reason", "only a look", "--dry-run"])).rejects.toThrow("nothing was done");
  await expect(run(["--replay", "--discard", id, "--yes"])).rejects.toThrow("--replay or --discard");
  expect(await statusOf(id)).toBe("dead");
});

test("a wrong id is named", async () => {
  await expect(run(["--replay", "17", "--yes"])).rejects.toThrow("17 is not an id");
});
