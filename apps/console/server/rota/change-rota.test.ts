import { newId } from "@botdeck/core/ids";
import { auditLog, listRotas, outboxEffect, putPolicy, rotaOverride } from "@botdeck/db";
import { asc, notLike } from "drizzle-orm";
import { expect, test } from "vitest";

import { setupConsole } from "../test-console.ts";
import { addBot, addConversation } from "../test-conversations.ts";
import { addRota } from "../test-notifications.ts";

const HOUR_MS = 3_600_000;
const LAYER = { people: ["7", "8"], turn: { every: "day", count: 1 }, startsOn: "2026-11-02", changesAt: "09:00" };
const ROTA = { name: "Shop", timeZone: "Europe/Moscow", dialogId: null, layers: [LAYER] };

type Listed = { id: string; name: string; seen: string; settings: unknown }[];
type Calendar = {
  name: string;
  turns: { person: { id: string } | null; fromAt: string | null; untilAt: string | null }[];
  layers: { person: { id: string } }[][];
  overrides: { id: string; state: string }[];
}[];

test("a rota is made, read back as it was written, changed, kept from being lost twice, and removed with a reason", async () => {
  const { put, list, mutate, lead, portalId, db } = await setup();
  expect((await put(null, ROTA, null)).data).toMatchObject({ kind: "saved" });
  const [made] = await list();
  expect(made?.settings).toEqual(ROTA);
  const rotaId = made?.id ?? "";
  const seen = made?.seen ?? null;
  expect((await put(rotaId, { ...ROTA, name: "Office" }, seen)).data).toMatchObject({ kind: "saved", id: rotaId });
  expect((await put(rotaId, ROTA, seen)).error?.data.code).toBe("CONFLICT");
  const [changed] = await list();
  expect(changed).toMatchObject({ id: rotaId, name: "Office" });

  const policy = { levels: [{ targets: [{ kind: "rota", rotaId }] }] };
  await putPolicy(db, { portalId, name: "Nights", policy });
  const removal = { portalId, rotaId, seen: changed?.seen, reason: "moved" };
  const used = await mutate("rota.remove", removal, lead);
  expect(used.data).toEqual({ kind: "used", policies: ["Nights"] });
  await putPolicy(db, { portalId, name: "Nights", policy: { levels: [{ targets: [{ kind: "heads" }] }] } });
  await mutate("rota.remove", removal, lead);
  expect(await listRotas(db, portalId)).toEqual([]);
  const acts = await db
    .select()
    .from(auditLog)
    .where(notLike(auditLog.action, "session.%"))
    .orderBy(asc(auditLog.at), asc(auditLog.id));
  expect(acts.map(({ action }) => action)).toEqual(["rota.create", "rota.change", "rota.delete"]);
});

test("what is wrong with a rota is told by its place while it is written, and when it is to be kept", async () => {
  const { put, mutate, lead, portalId, list } = await setup();
  const wrong = { ...ROTA, timeZone: "Moscow", layers: [{ ...LAYER, people: [] }] };
  const places = [{ place: "timeZone" }, { place: "layers.0.people" }];
  expect((await put(null, wrong, null)).data).toMatchObject({ kind: "refused", problems: places });
  expect((await mutate("rota.check", { portalId, rota: wrong }, lead)).data).toMatchObject({
    problems: places,
    turns: null,
  });
  for (const dialogId of ["incidents", "chat", "chat0", "-7", "chat42 "]) {
    const problems = [{ place: "dialogId", problem: expect.stringContaining("no dialog") }];
    expect((await put(null, { ...ROTA, dialogId }, null)).data).toMatchObject({ kind: "refused", problems });
  }
  expect(await list()).toEqual([]);
  const { data } = await mutate("rota.check", { portalId, rota: ROTA }, lead);
  expect(data).toMatchObject({ problems: [], turns: expect.arrayContaining([expect.anything()]) });
});

test("whoever is put on call has it at once, both are told, the calendar shows it, and it can be taken back", async () => {
  const { mutate, calendar, lead, portalId, db, ids } = await setup();
  const now = new Date();
  const { rotaId } = await addRota(db, portalId, now);
  await addConversation(db, ids, {
    dialogType: "private",
    dialogId: "12",
    personId: "12",
    personName: "Igor Night",
    language: "en",
  });
  await db.delete(rotaOverride);
  const at = (hours: number) => new Date(Math.ceil(now.getTime() / HOUR_MS + hours) * HOUR_MS).toISOString();
  const given = { portalId, rotaId, personId: "12", fromAt: at(1), untilAt: at(5), pressId: newId() };
  for (const _ of [1, 2]) expect((await mutate("rota.give", given, lead)).data).toEqual({ id: expect.any(String) });
  expect(await db.$count(rotaOverride)).toBe(1);

  const span = { fromAt: at(-48), untilAt: at(120) };
  const [shown] = await calendar(span);
  expect(shown?.turns).toContainEqual({ person: { id: "12", name: "Igor Night" }, fromAt: at(1), untilAt: at(5) });
  expect(new Set(shown?.layers[0]?.map(({ person }) => person.id))).not.toContain("12");
  const texts = async () => {
    const rows = await db.select().from(outboxEffect).orderBy(asc(outboxEffect.seq));
    return rows.flatMap(({ body }) => (body.kind === "chat.send" ? [`${body.dialogId}: ${body.text}`] : []));
  };
  expect(await texts()).toEqual([
    expect.stringMatching(/^12: Test lead has put you on call for Servers: .* UTC\.$/),
    expect.stringMatching(/^7: Igor Night takes over Servers from you/),
  ]);

  const overrideId = shown?.overrides[0]?.id;
  await mutate("rota.takeBack", { portalId, overrideId, reason: "ill" }, lead);
  expect((await calendar(span))[0]?.overrides).toEqual([]);
  expect((await texts()).at(-1)).toMatch(/^12: Test lead has taken your turn of Servers back/);
  const again = await mutate("rota.takeBack", { portalId, overrideId, reason: "ill" }, lead);
  expect(again.error?.data.code).toBe("NOT_FOUND");
  const acts = await db
    .select()
    .from(auditLog)
    .where(notLike(auditLog.action, "session.%"))
    .orderBy(asc(auditLog.at), asc(auditLog.id));
  expect(acts.map(({ action }) => action)).toEqual(["rota.give", "rota.takeBack"]);
});

test.each([
  ["ends before it begins", 5, 1],
  ["is over", -5, -1],
])("a stretch that %s is given to nobody", async (_, from, until) => {
  const { mutate, lead, portalId, db } = await setup();
  const { rotaId } = await addRota(db, portalId, new Date());
  const at = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();
  const given = { portalId, rotaId, personId: "12", fromAt: at(from), untilAt: at(until), pressId: newId() };
  expect((await mutate("rota.give", given, lead)).error?.data.code).toBe("BAD_REQUEST");
});

async function setup() {
  const { database, query, mutate, cookieOf } = await setupConsole();
  const { db } = database;
  const ids = await addBot(db, "demo.example", "notify");
  const { portalId } = ids;
  const lead = await cookieOf("lead");
  const put = (rotaId: string | null, rota: unknown, seen: string | null) =>
    mutate("rota.put", { portalId, rotaId, rota, seen }, lead);
  // safe: as the procedures answer
  const list = async () => (await query("rota.list", { portalId }, lead)).data as Listed;
  const calendar = async (span: object) => (await query("rota.calendar", { portalId, ...span }, lead)).data as Calendar;
  return { db, ids, portalId, lead, put, list, calendar, mutate };
}
