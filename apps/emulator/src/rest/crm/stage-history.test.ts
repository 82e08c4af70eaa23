import { expect, test } from "vitest";

import { startCrmPortal, type CrmPortal } from "../../testing/crm-portal.ts";
import { startEventReceiver } from "../../testing/event-receiver.ts";
import type { Json } from "../../testing/send.ts";

async function history(world: CrmPortal, entityTypeId: number, OWNER_ID: number): Promise<Json[]> {
  return (await world.call("crm.stagehistory.list", { entityTypeId, filter: { OWNER_ID } })).items;
}

test("every step of a deal is kept, whichever method made it, with what the stage means", async () => {
  const world = await startCrmPortal();
  const { category } = await world.call("crm.category.add", { entityTypeId: 2, fields: { name: "Repairs" } });
  const won = `C${category.id}:WON`;
  const id = await world.call("crm.deal.add", { fields: { TITLE: "Order" } });

  await world.call("crm.deal.update", { id, fields: { STAGE_ID: "EXECUTING" } });
  await world.call("crm.deal.update", { id, fields: { COMMENTS: "No step" } });
  await world.call("crm.item.update", { entityTypeId: 2, id, fields: { categoryId: category.id } });
  await world.call("crm.item.update", { entityTypeId: 2, id, fields: { stageId: won } });

  const steps = (await history(world, 2, id)).map((step) => [step["TYPE_ID"], step["CATEGORY_ID"], step["STAGE_ID"]]);
  expect(steps).toEqual([
    [1, 0, "NEW"],
    [2, 0, "EXECUTING"],
    [5, category.id, `C${category.id}:NEW`],
    [3, category.id, won],
  ]);
  expect(await world.call("crm.deal.get", { id })).toMatchObject({
    STAGE_ID: won,
    STAGE_SEMANTIC_ID: "S",
    CLOSED: "Y",
  });
  const stages = await world.call("crm.status.list", { filter: { ENTITY_ID: `DEAL_STAGE_${category.id}` } });
  expect(stages.find((stage: Json) => stage["SEMANTICS"] === "S")).toMatchObject({ STATUS_ID: won });
});

test("a lead's history speaks of its status", async () => {
  const world = await startCrmPortal();
  const id = await world.call("crm.lead.add", { fields: {} });

  await world.call("crm.lead.update", { id, fields: { STATUS_ID: "JUNK" } });

  expect(await history(world, 1, id)).toMatchObject([
    { TYPE_ID: 1, STATUS_ID: "NEW", STATUS_SEMANTIC_ID: "P" },
    { TYPE_ID: 3, STATUS_ID: "JUNK", STATUS_SEMANTIC_ID: "F" },
  ]);
});

test("applications are told of every change, also of a move to another funnel", async () => {
  const world = await startCrmPortal();
  const handler = await startEventReceiver();
  await world.install(handler.url, ["crm"]);
  const token = (await handler.next()).body["auth"].access_token;
  const events = ["ONCRMDEALADD", "ONCRMDEALUPDATE", "ONCRMDEALMOVETOCATEGORY", "ONCRMDEALDELETE", "ONCRMACTIVITYADD"];
  for (const event of events) await world.restAs(token, "event.bind", { event, handler: handler.url });
  const { category } = await world.call("crm.category.add", { entityTypeId: 2, fields: { name: "Repairs" } });

  const id = await world.call("crm.deal.add", { fields: {} });
  await world.call("crm.item.update", { entityTypeId: 2, id, fields: { categoryId: category.id } });
  const deadline = "2026-06-01T12:00:00+00:00";
  await world.call("crm.activity.todo.add", { ownerTypeId: 2, ownerId: id, deadline });
  await world.call("crm.deal.delete", { id });

  await expect.poll(() => handler.waiting().length).toBe(5);
  const told = handler.waiting().map(({ body }) => [body["event"], body["data"].FIELDS]);
  expect(Object.fromEntries(told)).toEqual({
    ONCRMDEALADD: { ID: "1" },
    ONCRMDEALUPDATE: { ID: "1" },
    ONCRMDEALMOVETOCATEGORY: { ID: "1", CATEGORY_ID: String(category.id), STAGE_ID: `C${category.id}:NEW` },
    ONCRMACTIVITYADD: { ID: "1" },
    ONCRMDEALDELETE: { ID: "1" },
  });
});
