import { expect, test } from "vitest";

import { createScriptedClient } from "../testing/scripted-client.ts";

const SENT = { body: { result: { id: 789, uuidMap: [] } } };
const LEAD = { body: { result: { ID: "5", OPENED: "Y", OPPORTUNITY: "10.50", UF_CRM_1: "kept" } } };
const TASK = { body: { result: { task: { id: "8" } } } };
const ITEM = { body: { result: { item: { id: 9 } } } };

test("a call is checked while it is written, and its answer has real types", async () => {
  const { client } = createScriptedClient([SENT, LEAD, TASK, ITEM, SENT, SENT, SENT]);
  const message = { botId: "456", dialogId: "chat5", fields: { message: "Hello" } };

  const { id } = await client.call("imbot.v2.Chat.Message.send", message);
  expect(id satisfies string).toBe("789");
  const lead = await client.call("crm.lead.get", { id: 5 });
  expect([lead.OPENED satisfies boolean | null | undefined, lead.OPPORTUNITY]).toEqual([true, 10.5]);
  // What the page tells in words alone, and what a portal adds, may be written like the rest.
  await client.call("tasks.task.add", { fields: { TITLE: "Call back", RESPONSIBLE_ID: 1, UF_CRM_TASK: ["L_5"] } });
  await client.call("crm.item.add", { entityTypeId: 128, fields: { title: "A place", parentId2: 7, ufCrm1: "x" } });

  // @ts-expect-error -- a misspelt method is no method
  await client.call("imbot.v2.Chat.Message.sned", message);
  // @ts-expect-error -- without the dialog the portal would refuse it
  await client.call("imbot.v2.Chat.Message.send", { botId: "456", fields: { message: "Hello" } });
  // @ts-expect-error -- a field that this method does not have
  await client.call("imbot.v2.Chat.Message.send", { ...message, fields: { mesage: "Hello" } });
});
