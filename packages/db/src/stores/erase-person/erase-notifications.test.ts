import { newId } from "@botdeck/core/ids";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";

import {
  alertEvent,
  alertGroup,
  notification,
  notificationPreference,
  notificationRule,
  portalRecord,
  recordClaim,
  rota,
  rotaOverride,
  serviceChat,
} from "../../schema/index.ts";
import { createDesk, type Desk, LEAD } from "../../testing/desk.ts";
import { createWorld, type World } from "../../testing/world.ts";
import { keepEvents } from "../inbox.ts";
import { erasePerson } from "./erase-person.ts";

const ID = "777000222";

let world: World;
let desk: Desk;
beforeAll(async () => {
  world = await createWorld();
  desk = await createDesk(world);
});
afterAll(() => world.close());

/** The tables in which a text stands, in any column, but for what was done to erase it. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await world.db.execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'audit_log'`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await world.db.execute(
      sql`select 1 from ${sql.identifier(name)} as row where row::text ilike ${`%${text}%`} limit 1`,
    );
    if (rows.length > 0) found.push(name);
  }
  return found.toSorted();
}

/** What notifications leave of a person, in every table of theirs. */
async function fill(id: string, name: string): Promise<void> {
  const { db } = world;
  const { portalId, botId } = desk;
  const groupId = newId();
  const rotaId = newId();
  const told = {
    portalId,
    botId,
    ruleCode: "deal.won",
    eventId: newId(),
    subject: `deal:${name}`,
    path: [],
    line: name,
  };
  await db.insert(notification).values({ ...told, dialogId: id, outcome: "sent" });
  await db.insert(notification).values({ ...told, eventId: newId(), dialogId: id, outcome: "held", dueAt: new Date() });
  await db.insert(notificationPreference).values({ portalId, userId: id, preference: { digestAt: "10:00" } });
  const rule = { portalId, code: `own:${newId()}`, rule: {}, ownerId: id, updatedBy: "console" };
  await db.insert(notificationRule).values(rule);
  await db
    .insert(portalRecord)
    .values({ portalId, subject: newId(), facts: { responsibleId: id }, seenAt: new Date() });
  const claim = { portalId, subject: newId(), takenById: id, takenByName: name, token: newId() };
  await db.insert(recordClaim).values(claim);
  const states = { title: "Disk full", severity: "critical" as const, state: "acknowledged" as const, alerts: [] };
  await db.insert(alertGroup).values({
    ...states,
    id: groupId,
    portalId,
    botId,
    hookId: newId(),
    key: newId(),
    firing: 1,
    total: 1,
    acknowledgedById: id,
    acknowledgedByName: name,
    firstAt: new Date(),
    lastAt: new Date(),
    cards: [{ key: "card", dialogId: id }],
  });
  const paged = { groupId, episode: 1, kind: "paged" as const, personId: id, personName: name, sourceKey: newId() };
  await db.insert(alertEvent).values(paged);
  await db.insert(rota).values({ id: rotaId, portalId, name: newId(), timeZone: "UTC", layers: [], toldUserIds: [id] });
  const turn = { rotaId, fromAt: new Date(), untilAt: new Date(), state: "agreed" as const };
  for (const [userId, askedById] of [
    [id, "43"],
    ["43", id],
  ] as const) {
    const names = { userName: userId === id ? name : "Boris", askedByName: askedById === id ? name : "Boris" };
    await db.insert(rotaOverride).values({ ...turn, ...names, userId, askedById });
  }
  const chat = { portalId, botId, of: "project" as const, sourceId: newId(), title: "A project" };
  await db.insert(serviceChat).values({ ...chat, members: ["43", id], joining: [id], madeById: id });
  const event = { kind: "record.changed" as const, portalId, botId, subject: "deal:1", change: "updated" as const };
  const people = { [id]: { name, headIds: [], departmentIds: [] } };
  const facts = { record: {}, history: null, people, userId: null, occurredAt: "2026-11-21T09:00:00Z" };
  await keepEvents(db, [{ dedupeKey: newId(), event: { ...event, ...facts } }], { source: "webhook" });
}

test("what notifications keep of a person goes, and what they keep of others stays", async () => {
  await fill(ID, "Canary");
  await fill("42", "Bystander");
  const before = await tablesWith("bystander");

  const erased = await erasePerson(
    world.db,
    { portalId: desk.portalId, portalUserId: ID },
    { actor: LEAD, isDryRun: false },
  );

  expect(erased).toMatchObject({ notifications: 2, events: 1 });
  expect([await tablesWith("canary"), await tablesWith(ID)]).toEqual([[], []]);
  expect(await tablesWith("bystander")).toEqual(before);
  // The work stays taken and the alert answered; the chat's other members stay its members.
  expect(await world.db.$count(recordClaim)).toBe(2);
  expect(await world.db.select({ state: alertGroup.state }).from(alertGroup)).toHaveLength(2);
  const chats = await world.db.select({ members: serviceChat.members }).from(serviceChat);
  expect(chats.map(({ members }) => members)).toEqual(expect.arrayContaining([["43"], ["43", "42"]]));
});
