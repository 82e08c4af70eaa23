import { bot, portal } from "@botdeck/db";
import { waitUntil } from "@botdeck/local-stack";
import { expect, test } from "vitest";

import { createOfficeApi } from "./office-api.ts";
import { startDeployment } from "./system/deployment.ts";
import { playEmployee } from "./system/employee.ts";

/** Two employees of the emulated portal; the first one speaks English. */
const [EMMA, PAVEL] = ["3", "4"];
const LEADS = 1;

test("a new lead comes to whoever is responsible as a card, whose button takes it into work, and whoever is later hears who was first", async () => {
  const { portalUrl, db } = await startDeployment(undefined, { scopes: ["crm", "department", "sonet_group"] });
  let botUserId = "";
  const isAtWork = async () => {
    const [installed] = await db.select().from(portal);
    const notify = (await db.select().from(bot)).find(({ code, state }) => code === "notify" && state === "active");
    botUserId = notify?.bitrixBotId ?? "";
    return installed?.state === "active" && botUserId !== "";
  };
  await waitUntil(isAtWork, { timeoutMs: 60_000 });
  const [emma, pavel] = await Promise.all([EMMA, PAVEL].map((id) => playEmployee(portalUrl, id, botUserId)));
  if (emma === undefined || pavel === undefined) throw new Error("nobody is there");
  await Promise.all([emma.hears(/What I can do/), pavel.hears(/Что я умею/)]);

  const office = createOfficeApi(portalUrl);
  const fields = { title: "Call from the site", name: "Ivan", assignedById: EMMA };
  const { item } = await office.act<{ item: { id: number } }>("1", "crm.item.add", { entityTypeId: LEADS, fields });
  const card = await emma.hears(/New lead: Call from the site/);
  await emma.presses(card, "Take into work");
  await emma.hears(/It is yours/);
  await emma.sees(card, /Taken into work by Emma/);

  await pavel.write(`/take lead:${item.id}`);
  await pavel.hears(/Раньше успел другой сотрудник: Emma/);
  const isAssigned = async () => {
    const asked = { entityTypeId: LEADS, id: item.id };
    const found = await office.act<{ item: { assignedById: number; updatedBy: number } }>("1", "crm.item.get", asked);
    return found.item.assignedById === Number(EMMA) && found.item.updatedBy === Number(EMMA);
  };
  expect(await waitUntil(isAssigned, { timeoutMs: 60_000 })).toBe(true);
});
