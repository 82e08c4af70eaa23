import { randomBytes } from "node:crypto";

import { createB24Client, createLocalBudget } from "@botdeck/b24-client";
import { newId } from "@botdeck/core/ids";
import {
  connect,
  createPortals,
  createSecretBox,
  type DatabaseHandle,
  keptFile,
  type Portal,
  schedule,
} from "@botdeck/db";
import type { ActAs } from "@botdeck/portal-clients";
import { createTestDatabase, type TestDatabase } from "@botdeck/testing/database";
import { afterAll, beforeAll, expect, test } from "vitest";

import type { DirectoryOf } from "./directories.ts";
import { createReportReader } from "./report-reader.ts";
import { createReportServices } from "./report-services.ts";

let database: TestDatabase;
let handle: DatabaseHandle;
let portal: Portal;
let botId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  handle = connect(database.url, { max: 4 });
  const portals = createPortals(handle.db, createSecretBox(randomBytes(32).toString("base64")));
  portal = await portals.keepWebhook({ domain: "portal.example", url: "https://portal.example/rest/1/code/" });
  const fields = { portalId: portal.id, code: "report", name: "Reports", eventMode: "webhook" as const };
  botId = (await portals.ensureBot({ ...fields, newBotToken: null })).id;
});
afterAll(async () => {
  await handle.close();
  await database.drop();
});

/** Nobody answers there: what is tested asks no portal. */
const client = createB24Client({
  portal: { kind: "webhook", url: "https://portal.example/rest/1/code/" },
  transport: { send: () => Promise.reject(new Error("a call of the portal")) },
  budget: createLocalBudget(),
});

/** 1 leads 2 and 3, who make up the department 7. */
const HEADS: Record<string, readonly string[]> = { "1": [], "2": ["1"], "3": ["1"] };
const directory = {
  headsAbove: async (id: string) => HEADS[id] ?? [],
  membersOf: async () => ["2", "3"].map((id) => ({ id, name: id })),
};

function servicesOf(personId: string, { by = "event" as "event" | "owner", dialogId = "chat7" } = {}) {
  const actAs: ActAs = async () => ({ client, by });
  // safe: what these tests ask of it
  const directoryOf = (async () => directory) as unknown as DirectoryOf;
  const services = createReportServices({
    db: handle.db,
    actAs,
    portalById: async () => portal,
    directoryOf,
    reader: createReportReader({ directoryOf, clientOf: async () => client }),
  });
  const dialog = { id: dialogId, chatId: null, type: "group" as const, title: "", entityId: null };
  const person = { id: personId, name: "Somebody", kind: "employee" as const };
  return services.of({ portalId: portal.id, botId, conversationId: newId(), dialog, person });
}

const table = (key: string) => ({
  key,
  language: "ru" as const,
  name: "sales.csv",
  contentType: "text/csv",
  content: Buffer.from("a;b"),
});

test("a table is for who asked, in the chat where they asked, and a step that runs again keeps it once", async () => {
  const id = await servicesOf("2").keepFile(table("step-1"));
  expect(await servicesOf("2").keepFile(table("step-1"))).toBe(id);
  expect(await handle.db.$count(keptFile)).toBe(1);
  expect(await servicesOf("2").ownFile(id)).toBe("sales.csv");
  expect(await servicesOf("3").ownFile(id)).toBeNull();
  expect(await servicesOf("2", { dialogId: "chat8" }).ownFile(id)).toBeNull();
  expect(await servicesOf("2").ownFile("no id")).toBeNull();
});

test("reports that come by themselves are each person's own, in each chat", async () => {
  const recurrence = { every: "week" as const, day: 1, at: "09:00" };
  const order = { input: { every: "week" }, recurrence, timeZone: "Europe/Moscow", language: "ru" as const };
  const { schedules } = servicesOf("2");
  expect([await schedules.add({ key: newId(), ...order }), await schedules.add({ key: newId(), ...order })]).toEqual([
    "added",
    "same",
  ]);
  const [mine] = await schedules.mine();
  expect(await servicesOf("3").schedules.mine()).toEqual([]);
  expect(await servicesOf("3").schedules.stop(mine?.id ?? "")).toBe(false);
  expect(await schedules.stop(mine?.id ?? "")).toBe(true);
  expect(await schedules.mine()).toEqual([]);
  const [row] = await handle.db.select().from(schedule);
  expect(row).toMatchObject({ name: "report", ownerId: "2", dialogType: "group", language: "ru", state: "stopped" });
});

test("with a webhook owner's rights others' deals are for who leads all of them; else the portal decides", async () => {
  const person = { kind: "person" as const, id: "2", name: "" };
  const department = { kind: "department" as const, id: "7", name: "" };
  const owner = { by: "owner" as const };
  expect(await servicesOf("3").mayAsk(person)).toBe(true);
  expect(await servicesOf("3", owner).mayAsk(person)).toBe(false);
  expect(await servicesOf("3", owner).mayAsk(department)).toBe(false);
  expect(await servicesOf("3", owner).mayAsk({ kind: "visible" })).toBe(false);
  expect(await servicesOf("3", owner).mayAsk({ kind: "own" })).toBe(true);
  expect(await servicesOf("1", owner).mayAsk(person)).toBe(true);
  expect(await servicesOf("1", owner).mayAsk(department)).toBe(true);
});
