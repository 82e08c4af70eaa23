import { inboxEvent } from "@botdeck/db";
import { BUILT_IN_RULES, whatIf } from "@botdeck/notifications";
import { afterAll, beforeAll, expect, test } from "vitest";

import { createNotifyWorld, type NotifyWorld } from "../testing/notify-world.ts";

const DEAL = { id: 17, title: "Pumps", stageId: "NEW", categoryId: 0, opportunity: 5, assignedById: 2, createdBy: 2 };

let world: NotifyWorld;
beforeAll(async () => void (world = await createNotifyWorld()));
afterAll(() => world.close());

test("the only change of a record that was known before is counted, also when what it was before happened too long ago to be looked at", async () => {
  world.items["2:17"] = { ...DEAL };
  await world.changed("deal:17", { kind: "crm.changed", record: "deal", change: "added", id: "17" }, { by: "2" });
  await world.settle();
  await world.db.delete(inboxEvent);
  Object.assign(world.items["2:17"] ?? {}, { stageId: "PREPARATION", movedBy: 3 });
  await world.changed("deal:17", { kind: "crm.changed", record: "deal", change: "updated", id: "17" }, { by: "3" });
  await world.settle();

  const events = await world.db.select().from(inboxEvent);
  const samples = events.flatMap(({ id, body }) => (body?.kind === "record.changed" ? [{ id, change: body }] : []));
  const rule = BUILT_IN_RULES.find(({ code }) => code === "deal.stage");
  if (rule === undefined) throw new Error("no such rule");
  const imagined = whatIf({ rule, samples, settings: { timeZone: "UTC" }, language: "en" });
  expect(imagined).toMatchObject([{ outcome: "told", recipients: [{ dialogId: "2" }] }]);
  expect(await world.told()).toContainEqual(expect.objectContaining({ to: "2", text: imagined[0]?.text }));
});
