import { auditLog, inboxEvent, notificationRule } from "@botdeck/db";
import { BUILT_IN_RULES, type Rule } from "@botdeck/notifications";
import { isNotNull, like } from "drizzle-orm";
import { expect, test } from "vitest";

import { setupConsole } from "../test-console.ts";
import { addBot } from "../test-conversations.ts";
import { addDealChange, addFaultyRule, addRota, builtIn } from "../test-notifications.ts";

/** Signing in stands in the audit log as well. */
const isOfRules = like(auditLog.action, "notificationRule.%");

type Listed = { code: string; isEnabled: boolean; isChanged: boolean; isOverridden: boolean; seen: string | null };

test("a portal that wants nothing otherwise has every built-in rule as the code has it", async () => {
  const { list } = await setup();
  expect((await list()).map(({ code, isEnabled, seen }) => [code, isEnabled, seen])).toEqual(
    BUILT_IN_RULES.map(({ code, isEnabled }) => [code, isEnabled, null]),
  );
});

test("a built-in rule that was changed and taken back is as built in, and both stand in the audit log", async () => {
  const { list, put, mutate, lead, query, admin, ids, db } = await setup();
  const rule = { ...builtIn("lead.new"), urgency: "urgent" as const };

  expect((await put({ code: "lead.new", rule })).data).toEqual({ kind: "saved", code: "lead.new" });
  const changed = ruleOf(await list(), "lead.new");
  expect(changed).toMatchObject({ isChanged: true, isOverridden: true });
  const which = { portalId: ids.portalId, code: "lead.new", seen: changed.seen };
  await mutate("notificationRule.remove", which, lead);
  expect(ruleOf(await list(), "lead.new")).toMatchObject({ isChanged: false, isOverridden: false });
  expect(await db.$count(notificationRule)).toBe(0);

  const { data } = await query("audit.list", { subjectId: "lead.new" }, admin);
  expect(data).toMatchObject({
    rows: [
      { action: "notificationRule.reset", actorName: "Test lead", detail: { before: { rule: { urgency: "urgent" } } } },
      {
        action: "notificationRule.change",
        detail: { before: { rule: { urgency: "normal" } }, after: { rule: { urgency: "urgent" } } },
      },
    ],
  });
});

test("a built-in rule saved as it is built in stays the code's, which may get better", async () => {
  const { put, db } = await setup();
  expect((await put({ code: "lead.new", rule: builtIn("lead.new") })).data).toMatchObject({ kind: "saved" });
  expect(await db.$count(notificationRule)).toBe(0);
});

test("a rule is switched off and on again, each once in the audit log", async () => {
  const { list, mutate, lead, ids, db } = await setup();
  for (const isEnabled of [false, true]) {
    const { seen } = ruleOf(await list(), "deal.won");
    await mutate("notificationRule.setEnabled", { portalId: ids.portalId, code: "deal.won", isEnabled, seen }, lead);
    expect(ruleOf(await list(), "deal.won").isEnabled).toBe(isEnabled);
  }
  const acts = await db.select().from(auditLog).where(isOfRules).orderBy(auditLog.id);
  expect(acts.map(({ action, detail }) => [action, detail["before"], detail["after"]])).toEqual([
    ["notificationRule.disable", true, false],
    ["notificationRule.enable", false, true],
  ]);
});

test("who did not see another's change does not undo it", async () => {
  const { list, put, mutate, lead, ids } = await setup();
  await put({ code: "lead.new", rule: { ...builtIn("lead.new"), urgency: "calm" } });
  const stale = { portalId: ids.portalId, code: "lead.new", seen: null };
  const late = [
    await put({ code: "lead.new", rule: { ...builtIn("lead.new"), urgency: "urgent" } }),
    await mutate("notificationRule.setEnabled", { ...stale, isEnabled: false }, lead),
    await mutate("notificationRule.remove", stale, lead),
  ];
  expect(late.map(({ error }) => error?.data.code)).toEqual(["CONFLICT", "CONFLICT", "CONFLICT"]);
  expect(ruleOf(await list(), "lead.new")).toMatchObject({ isEnabled: true, rule: { urgency: "calm" } });
});

test("of two who change a built-in rule for the first time at once one is told of the other", async () => {
  const { put, db } = await setup();
  const changed = (urgency: "calm" | "urgent") => put({ code: "lead.new", rule: { ...builtIn("lead.new"), urgency } });
  const both = await Promise.all([changed("calm"), changed("urgent")]);
  expect(both.flatMap(({ error }) => (error === undefined ? [] : [error.data.code]))).toEqual(["CONFLICT"]);
  expect(await db.$count(auditLog, isOfRules)).toBe(1);
});

test("a rule with a fault is refused with its place, and is not kept", async () => {
  const { put, db } = await setup();
  const rule = { ...builtIn("deal.won"), condition: "record.amount >> 5" };
  const { data } = await put({ code: null, rule });
  expect(data).toMatchObject({ kind: "refused", problems: [{ place: "condition", at: 15 }] });
  expect([await db.$count(notificationRule), await db.$count(auditLog, isOfRules)]).toEqual([0, 0]);
});

test("the portal's own rule is made, loses its fault when it is written anew, and is deleted", async () => {
  const { list, put, mutate, lead, ids, db } = await setup();
  const { code } = await addFaultyRule(db, ids.portalId);
  const faulty = ruleOf(await list(), code);
  expect(faulty).toMatchObject({
    isBuiltIn: false,
    lastError: { en: expect.stringContaining("true or false") as string },
  });
  await put({ code, rule: builtIn("lead.new"), seen: faulty.seen });
  const mended = ruleOf(await list(), code);
  expect(mended).toMatchObject({ lastError: null });
  await mutate("notificationRule.remove", { portalId: ids.portalId, code, seen: mended.seen }, lead);
  expect((await list()).some((rule) => rule.code === code)).toBe(false);
});

test("what a rule would have told last week is counted by person, beside what the rule as it stands told", async () => {
  const { mutate, lead, ids, db } = await setup();
  for (const [id, amount, responsibleId] of [
    [1, 100, "7"],
    [2, 5_000, "7"],
    [3, 9_000, "9"],
  ] as const) {
    await addDealChange(db, ids, { id, stageId: "PREPARATION", stageName: "Negotiation", amount, responsibleId });
  }
  const rule = builtIn("deal.stage");
  const condition = `${rule.condition ?? "true"} && record.amount > 1000`;
  const input = { portalId: ids.portalId, code: "deal.stage", rule: { ...rule, condition }, language: "en" };
  const { data } = await mutate("notificationRule.tryOut", input, lead);
  expect(data).toMatchObject({
    looked: 3,
    about: 3,
    isBounded: false,
    told: 2,
    toldNow: 3,
    failed: { count: 0, reason: null },
    people: expect.arrayContaining([
      { dialogId: "7", name: "Nina Sales", count: 1 },
      { dialogId: "9", name: "Maria Head", count: 1 },
    ]) as unknown,
    others: 0,
  });
  const { samples } = data as { samples: { subject: string; text: string }[] };
  expect(samples.map(({ subject }) => subject).toSorted()).toEqual(["deal:2", "deal:3"]);
  expect(samples[0]?.text).toContain("Negotiation");
});

test("events of another portal, of before last week and without a body are not looked at", async () => {
  const { mutate, lead, ids, db } = await setup();
  const other = await addBot(db, "other.example", "notify");
  const deal = { id: 1, stageId: "PREPARATION", stageName: "Negotiation", amount: 1 };
  await addDealChange(db, ids, deal);
  await db.update(inboxEvent).set({ body: null });
  await addDealChange(db, ids, deal);
  // Ids tell when a row was made: this one in 2024.
  await db.update(inboxEvent).set({ id: "018cc251-f400-7000-8000-000000000001" }).where(isNotNull(inboxEvent.body));
  await addDealChange(db, other, deal);
  const input = { portalId: ids.portalId, code: null, rule: builtIn("deal.stage"), language: "en" };
  expect((await mutate("notificationRule.tryOut", input, lead)).data).toMatchObject({
    looked: 0,
    told: 0,
    toldNow: null,
  });
});

test("whom the rule itself names is counted, also where the events of the week did not look for them; half-known departments are named", async () => {
  const { mutate, lead, ids, db } = await setup();
  await addDealChange(db, ids, { id: 1, stageId: "PREPARATION", stageName: "Negotiation", amount: 1 });
  await addRota(db, ids.portalId, new Date());
  const audience: Rule["audience"] = [
    { kind: "person", id: "41" },
    { kind: "department", id: "12" },
    { kind: "on_call", rota: "SERVERS" },
  ];
  const rule = { ...builtIn("deal.stage"), audience };
  const { data } = await mutate(
    "notificationRule.tryOut",
    { portalId: ids.portalId, code: null, rule, language: "en" },
    lead,
  );
  expect(data).toMatchObject({ told: 2, departments: ["12"] });
});

test("a rota that the portal does not have, and an owner who is nobody, are faults while it is written and when it is saved", async () => {
  const { mutate, lead, ids, put } = await setup();
  const rule = { ...builtIn("deal.stage"), audience: [{ kind: "on_call" as const, rota: "Servers" }] };
  const problems = [
    { place: "audience.0.rota", problem: { en: "There is no rota “Servers”", ru: "Нет графика дежурств «Servers»" } },
    { place: "ownerId" },
  ];
  const checked = await mutate("notificationRule.check", { portalId: ids.portalId, rule, ownerId: "me" }, lead);
  expect(checked.data).toMatchObject({ problems, preview: null });
  expect((await put({ code: null, rule, ownerId: "me" })).data).toMatchObject({ kind: "refused", problems });
});

test("a rule that is being written is told of each fault, and shown in both languages when it has none", async () => {
  const { mutate, lead, ids } = await setup();
  const check = async (rule: unknown) =>
    (await mutate("notificationRule.check", { portalId: ids.portalId, rule }, lead)).data;
  const rule = builtIn("deal.stage");
  expect(await check(rule)).toMatchObject({
    problems: [],
    preview: {
      en: { text: expect.stringContaining("Negotiation") as string },
      ru: { buttons: [[{ kind: "link" }, {}]] },
    },
  });
  const wrong = { ...rule, template: { ...rule.template, ru: { title: "{record.amont}", rows: [] } } };
  expect(await check(wrong)).toMatchObject({ problems: [{ place: "template.ru.title", at: null }], preview: null });
  expect(await check({ title: 5 })).toMatchObject({ preview: null });
});

async function setup() {
  const console = await setupConsole();
  const { database, query, mutate, cookieOf } = console;
  const ids = await addBot(database.db, "demo.example", "notify");
  const [viewer, lead, admin] = [await cookieOf("viewer"), await cookieOf("lead"), await cookieOf("admin")];
  const list = async () => (await query("notificationRule.list", { portalId: ids.portalId }, viewer)).data as Listed[];
  const put = (changes: { code: string | null; rule: Rule; seen?: string | null; ownerId?: string }) =>
    mutate(
      "notificationRule.put",
      { portalId: ids.portalId, isEnabled: true, ownerId: null, seen: null, ...changes },
      lead,
    );
  return { db: database.db, ids, query, mutate, list, put, viewer, lead, admin };
}

function ruleOf(rules: readonly Listed[], code: string): Listed {
  const found = rules.find((rule) => rule.code === code);
  if (found === undefined) throw new TypeError(`no rule ${code} was listed`);
  return found;
}
