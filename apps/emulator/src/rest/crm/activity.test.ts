import { expect, test } from "vitest";

import { startCrmPortal } from "../../testing/crm-portal.ts";
import { type Json } from "../../testing/send.ts";
import { PEOPLE } from "../../testing/test-portal.ts";

const DEADLINE = "2026-06-01T12:00:00+02:00";

test("a to-do is found by every entity it belongs to, and moves their last activity", async () => {
  const world = await startCrmPortal();
  const ownerId = await world.call("crm.deal.add", { fields: {} });
  const leadId = await world.call("crm.lead.add", { fields: {} });
  world.pass(3600);

  const todo = { ownerTypeId: 2, ownerId, deadline: DEADLINE, title: "Call", responsibleId: 3 };
  const { id } = await world.call("crm.activity.todo.add", todo);
  await world.call("crm.activity.binding.add", { activityId: id, entityTypeId: 1, entityId: leadId });

  const filter = { OWNER_TYPE_ID: 1, OWNER_ID: leadId, COMPLETED: "N" };
  const [found] = await world.call("crm.activity.list", { filter, select: ["*", "BINDINGS"] });
  expect(found).toMatchObject({
    ID: "1",
    SUBJECT: "Call",
    PROVIDER_ID: "CRM_TODO",
    DEADLINE: "2026-06-01T10:00:00+00:00",
  });
  expect(found.BINDINGS).toHaveLength(2);
  const quiet = { entityTypeId: 2, filter: { "<lastActivityTime": "2026-05-14T11:00:00+00:00" } };
  expect((await world.call("crm.item.list", quiet)).items).toEqual([]);
  expect((await world.call("crm.lead.get", { id: leadId }))["LAST_ACTIVITY_TIME"]).toBe("2026-05-14T11:26:32+00:00");
});

test("an activity is changed and completed, and gone with the only entity it belonged to", async () => {
  const world = await startCrmPortal();
  const OWNER_ID = await world.call("crm.contact.add", { fields: { NAME: "Anna" } });
  const fields = { OWNER_ID, OWNER_TYPE_ID: 3, TYPE_ID: 2, RESPONSIBLE_ID: 1, SUBJECT: "Call", DIRECTION: 2 };
  const COMMUNICATIONS = [{ TYPE: "PHONE", VALUE: "+491", ENTITY_ID: OWNER_ID, ENTITY_TYPE_ID: 3 }];

  expect((await world.ask("crm.activity.add", { fields }))["error_description"]).toContain("COMMUNICATIONS");
  const id = await world.call("crm.activity.add", { fields: { ...fields, COMMUNICATIONS } });
  await world.call("crm.activity.update", { id, fields: { COMPLETED: "Y" } });

  const read = await world.call("crm.activity.get", { id });
  expect(read).toMatchObject({ ID: "1", COMPLETED: "Y", STATUS: "2", DIRECTION: "2", SUBJECT: "Call" });
  const notATodo = await world.ask("crm.activity.todo.updateColor", { id, ownerTypeId: 3, ownerId: 1, colorId: "2" });
  expect(notATodo["error"]).toBe("NOT_FOUND");
  await world.call("crm.contact.delete", { id: OWNER_ID });
  expect((await world.ask("crm.activity.get", { id }))["error_description"]).toBe("Activity is not found");
});

test("a comment with a file stands on the timelines it is bound to", async () => {
  const world = await startCrmPortal();
  const ENTITY_ID = await world.call("crm.deal.add", { fields: {} });
  await world.call("crm.lead.add", { fields: {} });
  const FILES = [["note.txt", Buffer.from("two chairs").toString("base64")]];

  const id = await world.call("crm.timeline.comment.add", {
    fields: { ENTITY_TYPE: "deal", ENTITY_ID, COMMENT: "Wants chairs", FILES },
  });
  await world.call("crm.timeline.bindings.bind", { fields: { OWNER_ID: id, ENTITY_TYPE: "lead", ENTITY_ID: 1 } });

  const filter = { ENTITY_TYPE: "lead", ENTITY_ID: 1 };
  const [comment] = await world.call("crm.timeline.comment.list", { filter });
  expect(comment).toMatchObject({ ID: "1", COMMENT: "Wants chairs", ENTITY_TYPE: "lead", AUTHOR_ID: PEOPLE.manager });
  const [file] = Object.values<Json>(comment.FILES);
  expect(await (await fetch(file?.["urlDownload"])).text()).toBe("two chairs");
  await world.call("crm.timeline.bindings.unbind", { fields: { OWNER_ID: id, ...filter } });
  expect(await world.call("crm.timeline.comment.list", { filter })).toEqual([]);
});

test("what a to-do or a comment cannot be is refused with a code", async () => {
  const world = await startCrmPortal();
  const ownerId = await world.call("crm.deal.add", { fields: {} });
  const owner = { ownerTypeId: 2, ownerId };
  const { id } = await world.call("crm.activity.todo.add", { ...owner, deadline: DEADLINE });
  await world.call("crm.activity.update", { id, fields: { COMPLETED: "Y" } });
  const refused = async (method: string, params: object): Promise<string> => (await world.ask(method, params))["error"];
  const comment = { ENTITY_TYPE: "deal", ENTITY_ID: ownerId, COMMENT: "A" };

  expect(await refused("crm.activity.todo.add", { ...owner, deadline: "soon" })).toBe("WRONG_DATETIME_FORMAT");
  expect(await refused("crm.activity.todo.add", { ...owner, ownerId: 9, deadline: DEADLINE })).toBe("OWNER_NOT_FOUND");
  const late = { id, ...owner, value: DEADLINE };
  expect(await refused("crm.activity.todo.updateDeadline", late)).toBe("CAN_NOT_UPDATE_COMPLETED_TODO");
  const last = { activityId: id, entityTypeId: 2, entityId: ownerId };
  expect(await refused("crm.activity.binding.delete", last)).toBe("LAST_BINDING_CANNOT_BE_DELETED");
  expect(await refused("crm.timeline.comment.add", { fields: { ...comment, COMMENT: "" } })).toBe("INVALID_ARG_VALUE");
  expect(await refused("crm.timeline.comment.add", { fields: { ...comment, ENTITY_TYPE: "x" } })).toBe(
    "OWNER_NOT_FOUND",
  );
  const noted = await world.call("crm.timeline.comment.add", { fields: comment });
  const lead = { ENTITY_TYPE: "lead", ENTITY_ID: await world.call("crm.lead.add", { fields: {} }) };
  await world.call("crm.timeline.bindings.bind", { fields: { OWNER_ID: noted, ...lead } });
  expect(await refused("crm.timeline.comment.delete", { id: noted })).toBe("MULTIPLE_BINDINGS");
  await world.call("crm.timeline.comment.delete", { id: noted, ...owner });
  expect(await world.call("crm.timeline.comment.list", { filter: lead })).toHaveLength(1);
});

test("a call about a deal stands at the contact it was with, too", async () => {
  const world = await startCrmPortal();
  const contactId = await world.call("crm.contact.add", { fields: { NAME: "Anna" } });
  const dealId = await world.call("crm.deal.add", { fields: { CONTACT_ID: contactId } });
  const COMMUNICATIONS = [{ VALUE: "+491", ENTITY_ID: contactId, ENTITY_TYPE_ID: 3 }];
  const fields = { OWNER_ID: dealId, OWNER_TYPE_ID: 2, TYPE_ID: 2, RESPONSIBLE_ID: 1, SUBJECT: "Call", COMMUNICATIONS };

  const id = await world.call("crm.activity.add", { fields: { ...fields, FILES: [{ fileData: ["a.txt", "YQ=="] }] } });

  const ofContact = { filter: { OWNER_TYPE_ID: 3, OWNER_ID: contactId }, select: ["ID", "OWNER_TYPE_ID", "FILES"] };
  const [found] = await world.call("crm.activity.list", ofContact);
  expect(found).toMatchObject({ ID: String(id), OWNER_TYPE_ID: "2", FILES: [{ id: expect.any(Number) }] });
});
