import { absence, rota } from "@botdeck/db";
import { expect, test } from "vitest";

import { setupConsole } from "../test-console.ts";
import { addBot, addConversation } from "../test-conversations.ts";
import { addRota } from "../test-notifications.ts";

type Listed = { name: string; turns: { people: { id: string; name: string | null }[] }[] | null }[];

test("who is on call is told by name, and somebody who is away on granted days is left out by themselves", async () => {
  const { list, ids, db } = await setup();
  const now = new Date();
  await addRota(db, ids.portalId, now);
  await addConversation(db, ids, { dialogType: "private", dialogId: "7", personId: "7", personName: "Nina Sales" });
  const onCall = async (role: "operator" | "viewer") => (await list(role))[0]?.turns?.[0]?.people;
  expect(await onCall("operator")).toEqual([{ id: "7", name: "Nina Sales" }]);
  expect(await onCall("viewer")).toEqual([{ id: "7", name: "N. S." }]);

  const day = (offset: number) => new Date(now.getTime() + offset * 86_400_000).toISOString().slice(0, 10);
  await db.insert(absence).values({
    portalId: ids.portalId,
    botId: ids.botId,
    personId: "7",
    personName: "Nina Sales",
    kind: "sick",
    fromDay: day(-1),
    toDay: day(1),
    workflowId: "vacation:1",
    state: "approved",
  });
  expect(await onCall("operator")).toEqual([{ id: "8", name: null }]);
});

test("a rota whose turns can no longer be read says so, and takes nothing from the others", async () => {
  const { list, ids, db } = await setup();
  await addRota(db, ids.portalId, new Date());
  await db.insert(rota).values({ portalId: ids.portalId, name: "Broken", timeZone: "UTC", layers: "none" });
  const rotas = await list("operator");
  expect(rotas.map(({ name, turns }) => [name, turns === null])).toEqual([
    ["Broken", true],
    ["Servers", false],
  ]);
});

async function setup() {
  const { database, query, cookieOf } = await setupConsole();
  const ids = await addBot(database.db, "demo.example", "notify");
  const cookies = { viewer: await cookieOf("viewer"), operator: await cookieOf("operator") };
  const list = async (role: keyof typeof cookies) =>
    (await query("rota.list", { portalId: ids.portalId }, cookies[role])).data as Listed;
  return { db: database.db, ids, list };
}
