import { auditLog, type AuditedAct, noteActs } from "@botdeck/db";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { setupConsole } from "../test-console.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;

async function setup() {
  const world = await setupConsole();
  const { db } = world.database;
  const cookie = await world.cookieOf("admin");
  await db.delete(auditLog);
  const note = (id: string, name: string, ...acts: AuditedAct[]) => noteActs(db, { id, name }, acts);
  const list = async (filter: object) => {
    const { data } = await world.query("audit.list", filter, cookie);
    return data as { rows: { action: string; actorName: string }[]; nextCursor: string | null }; // safe: what it answers
  };
  return { ...world, db, cookie, note, list };
}

const act = (action: string, subjectId = "login:1", detail = {}): AuditedAct => ({ action, subjectId, detail });

test("acts are found by who, what, about whom and when, the newest first", async () => {
  const { db, note, list } = await setup();
  await note("a", "Ann", act("hook.create", "hook:1"), act("login.block"));
  await note("b", "Bob", act("login.block", "login:2"));
  const actions = async (filter: object) =>
    (await list(filter)).rows.map(({ action, actorName }) => `${actorName} ${action}`);

  expect(await actions({})).toEqual(["Bob login.block", "Ann login.block", "Ann hook.create"]);
  expect(await actions({ actorId: "a", action: "login.block" })).toEqual(["Ann login.block"]);
  expect(await actions({ subjectId: "login:2" })).toEqual(["Bob login.block"]);
  const tomorrow = new Date(Date.now() + DAY_MS).toISOString();
  const yesterday = new Date(Date.now() - DAY_MS).toISOString();
  expect(await actions({ from: tomorrow })).toEqual([]);
  expect(await actions({ until: yesterday })).toEqual([]);
  expect(await actions({ from: yesterday, until: tomorrow })).toHaveLength(3);
  await db
    .update(auditLog)
    .set({ at: new Date(Date.now() - 2 * DAY_MS) })
    .where(eq(auditLog.actorId, "b"));
  expect(await actions({ from: yesterday })).toHaveLength(2);
});

test("page follows page without a gap or a repetition", async () => {
  const { note, list } = await setup();
  await note("a", "Ann", ...Array.from({ length: 250 }, (_, index) => act(`act.number${index}`)));
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof list>> = await list({ cursor });
    seen.push(...page.rows.map(({ action }) => action));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(seen).toHaveLength(250);
  expect(new Set(seen).size).toBe(250);
});

test("what and who there is to choose among comes once each, people by their last name", async () => {
  const { note, query, cookie } = await setup();
  await note("a", "Ann", act("hook.create"), act("hook.create"), act("login.block"));
  await note("a", "Ann Field", act("hook.create"));
  await note("b", "Bob", act("login.block"));
  expect((await query("audit.choices", undefined, cookie)).data).toEqual({
    actions: ["hook.create", "login.block"],
    actors: [
      { id: "a", name: "Ann Field" },
      { id: "b", name: "Bob" },
    ],
  });
});

test("an export has the acts that fit, runs nothing in a table program, and is written down", async () => {
  const { note, mutate, cookie, db } = await setup();
  await note("a", '=HYPERLINK("x")', act("hook.create", "hook:1", { after: 'a "b", c' }), act("login.block"));
  const { data } = await mutate("audit.export", { action: "hook.create" }, cookie);
  const { csv, rows } = data as { csv: string; rows: number }; // safe: what it answers
  expect(rows).toBe(1);
  const [heading, line, end] = csv.split("\r\n");
  expect(heading).toBe("at,actor,actor_id,action,subject,address,request,detail");
  expect(line).toMatch(/Z,"'=HYPERLINK\(""x""\)",a,hook\.create,hook:1,,,"\{""after"":""a \\""b\\"", c""\}"$/);
  expect(end).toBe("");
  expect(await db.$count(auditLog, eq(auditLog.action, "audit.export"))).toBe(1);
});
