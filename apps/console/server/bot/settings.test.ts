import { BUILT_IN_BOTS, helpdeskBot } from "@botdeck/bots";
import { auditLog, bot } from "@botdeck/db";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { setupConsole } from "../test-console.ts";
import { addBot } from "../test-conversations.ts";
import { type FormField, formOf } from "./settings-form.ts";

test.each(BUILT_IN_BOTS.map((each) => [each.code, each] as const))(
  "every setting of the bot %s has a field to ask for it by, and none of them is plain JSON",
  (_code, { settings }) => {
    const form = settings === undefined ? [] : formOf(settings);
    expect(form.map(({ name }) => name)).toEqual(Object.keys((settings?.parse({}) ?? {}) as object)); // safe: settings are an object
    expect(form.flatMap(({ field }) => kindsOf(field))).not.toContain("json");
  },
);

test("a lead changes settings, which are written down with what they were", async () => {
  const { put, settings, db, ids } = await setup();

  expect((await put({ settings: { returnDays: 30 } })).data).toEqual({ kind: "saved" });
  expect(await settings()).toEqual({ returnDays: 30 });
  await put({ settings: { returnDays: 7, managerId: "5" }, before: { returnDays: 30 } });

  expect(await settings()).toEqual({ returnDays: 7, managerId: "5" });
  await put({ settings: {}, before: { returnDays: 7, managerId: "5" } });
  expect(await settings()).toEqual({});
  const acts = await db.select().from(auditLog).where(eq(auditLog.subjectId, ids.botId)).orderBy(auditLog.id);
  expect(acts.map(({ action, detail }) => [action, detail["before"], detail["after"]])).toEqual([
    ["botSettings.set", {}, { returnDays: 30 }],
    ["botSettings.set", { returnDays: 30 }, { returnDays: 7, managerId: "5" }],
    ["botSettings.set", { returnDays: 7, managerId: "5" }, {}],
  ]);
});

test.each([
  ["a value of another kind", { returnDays: "many" }, { path: "returnDays", code: "kind" }],
  ["one that is too small", { returnDays: 0 }, { path: "returnDays", code: "least" }],
  ["nothing where something has to be", { returnDays: "" }, { path: "returnDays", code: "missing" }],
  ["a wrong shift in a day", { hours: [["10-19"], [], [], [], [], [], []] }, { path: "hours.0.0", code: "form" }],
  ["too few days", { hours: [] }, { path: "hours", code: "length", limit: 7 }],
  ["an unknown time zone", { timeZone: "Mars/Olympus" }, { path: "timeZone", code: "own" }],
  ["a field that the bot does not know", { colour: "red" }, { path: "colour", code: "unknown" }],
  [
    "a wrong number in a map",
    { returnDaysByCategory: { Toys: -1 } },
    { path: "returnDaysByCategory.Toys", code: "least" },
  ],
])("%s is refused with its place, and nothing is written", async (_what, wrong, fault) => {
  const { put, settings } = await setup();
  expect((await put({ settings: wrong })).data).toMatchObject({ kind: "refused", faults: [fault] });
  expect(await settings()).toEqual({});
});

test("whoever has not seen another's change changes nothing", async () => {
  const { put, settings } = await setup();
  await put({ settings: { returnDays: 30 } });
  expect((await put({ settings: { returnDays: 7 } })).error?.data.code).toBe("CONFLICT");
  expect(await settings()).toEqual({ returnDays: 30 });
});

test("what was set before and does not fit any more is shown as wrong, and an unknown field of before is let be", async () => {
  const { put, get, db, ids } = await setup();
  const before = { returnDays: -1, gone: true };
  await db.update(bot).set({ settings: before }).where(eq(bot.id, ids.botId));
  expect(await get()).toMatchObject({ known: { settings: before, faults: [{ path: "returnDays", code: "least" }] } });
  expect((await put({ settings: { gone: true }, before })).data).toEqual({ kind: "saved" });
});

test("a bot that only the worker knows has no form, and its settings cannot be changed here", async () => {
  const { put, get, db, ids } = await setup();
  await db.update(bot).set({ code: "own.bot" }).where(eq(bot.id, ids.botId));
  expect(await get()).toMatchObject({ known: null });
  expect((await put({ settings: {} })).error?.data.code).toBe("NOT_IMPLEMENTED");
});

test("commands say who may call them, as the portal's settings have it", async () => {
  const { get, db, ids } = await setup("helpdesk");
  const [name] = Object.keys(helpdeskBot.commands ?? {});
  if (name === undefined) throw new TypeError("the helpdesk has commands");
  const settings = { commandAccess: { [name]: { roles: ["head"], departments: ["3"] } } };
  await db.update(bot).set({ settings }).where(eq(bot.id, ids.botId));
  expect(await get()).toMatchObject({
    known: {
      commands: expect.arrayContaining([
        expect.objectContaining({ name, roles: ["head"], departments: ["3"] }),
        expect.objectContaining({ name: "help", roles: null, departments: null }),
      ]),
    },
  });
});

test("an admin switches a bot off with a reason and on again; a lead may not", async () => {
  const { cookieOf, mutate, ids, db, lead } = await setup();
  const admin = await cookieOf("admin");
  const setOn = (isOn: boolean, cookie: string) =>
    mutate("bot.setOn", { botId: ids.botId, isOn, reason: "stock-taking" }, cookie);
  const isOn = async () => (await db.select().from(bot).where(eq(bot.id, ids.botId)))[0]?.isOn;

  expect((await setOn(false, lead)).error?.data.code).toBe("FORBIDDEN");
  // Of two who want it off, one does it, and the other is told.
  const both = await Promise.all([setOn(false, admin), setOn(false, admin)]);
  expect(both.flatMap(({ error }) => error?.data.code ?? [])).toEqual(["CONFLICT"]);
  expect(await isOn()).toBe(false);
  await setOn(true, admin);

  expect(await isOn()).toBe(true);
  const acts = await db.select().from(auditLog).where(eq(auditLog.subjectId, ids.botId)).orderBy(auditLog.id);
  expect(acts.map(({ action, detail }) => [action, detail["reason"]])).toEqual([
    ["bot.switchOff", "stock-taking"],
    ["bot.switchOn", "stock-taking"],
  ]);
});

test("a bot that was taken off its portal can be switched on again, and not off", async () => {
  const { cookieOf, mutate, ids, db } = await setup();
  const admin = await cookieOf("admin");
  const setOn = (isOn: boolean) => mutate("bot.setOn", { botId: ids.botId, isOn, reason: "stock-taking" }, admin);
  await db.update(bot).set({ state: "removed" });
  expect((await setOn(false)).error?.data.code).toBe("CONFLICT");
  await db.update(bot).set({ isOn: false });
  expect((await setOn(true)).error).toBeUndefined();
});

async function setup(code = "store") {
  const console = await setupConsole();
  const { db } = console.database;
  const ids = await addBot(db, "demo.example", code);
  const lead = await console.cookieOf("lead");
  return {
    ...console,
    db,
    ids,
    lead,
    put: (input: { settings: object; before?: object }) =>
      console.mutate("bot.putSettings", { botId: ids.botId, before: {}, ...input }, lead),
    get: async () => (await console.query("bot.get", { botId: ids.botId }, lead)).data,
    settings: async () => (await db.select().from(bot).where(eq(bot.id, ids.botId)))[0]?.settings,
  };
}

function kindsOf(field: FormField): string[] {
  const inside = (fields: readonly { field: FormField }[]) => fields.flatMap((each) => kindsOf(each.field));
  switch (field.kind) {
    case "list":
      return [field.kind, ...kindsOf(field.item)];
    case "map":
      return [field.kind, ...kindsOf(field.value)];
    case "group":
      return [field.kind, ...inside(field.fields)];
    case "variants":
      return [field.kind, ...field.variants.flatMap(({ fields }) => inside(fields))];
    case "text":
    case "number":
    case "switch":
    case "choice":
    case "choices":
    case "json":
      return [field.kind];
  }
}
