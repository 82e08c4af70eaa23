import { expect, test } from "vitest";

import { registerBot } from "../testing/demo-bot.ts";
import { PEOPLE, startTestPortal, type TestPortal } from "../testing/test-portal.ts";

async function dialogsOf(world: TestPortal): Promise<[string, string]> {
  const open = async (as: string): Promise<string> => {
    const { id } = await world.control("POST", "/dialogs", { as });
    await world.control("POST", `/dialogs/${id}/messages`, { as, text: "hello" });
    return id;
  };
  return [await open(PEOPLE.client), await open(PEOPLE.otherClient)];
}

test("every request counts one, a batch too, and is put down to the dialogs that it names", async () => {
  const world = await startTestPortal();
  await registerBot(world);
  const params = { CONFIG_ID: 1, PARAMS: { CRM: "Y", CRM_CREATE: "lead" } };
  await world.control("POST", "/act", { as: PEOPLE.manager, method: "imopenlines.config.update", params });
  const [first, second] = await dialogsOf(world);
  const { requests: before } = await world.control("GET", "/traffic");

  const hook = await world.webhook(PEOPLE.manager, ["crm", "im", "imopenlines", "user"]);
  const call = (method: string, params: object) =>
    fetch(hook + method, {
      method: "POST",
      body: JSON.stringify(params),
      headers: { "content-type": "application/json" },
    });
  await call("user.current", {});
  await call("im.dialog.messages.get", { DIALOG_ID: first });
  await call("imopenlines.dialog.get", { CHAT_ID: first.replace("chat", "") });
  await call("crm.item.get", { entityTypeId: 1, id: await leadOf(world, first) });
  await call("crm.lead.get", { id: await leadOf(world, second) });
  await call("batch", {
    cmd: { one: `im.dialog.get?DIALOG_ID=${first}`, other: `crm.lead.get?id=${await leadOf(world, second)}` },
  });

  const { requests, byDialog } = await world.control("GET", "/traffic");
  expect(requests - before).toBe(6);
  expect(byDialog).toMatchObject({ [first]: 3.5, [second]: 1.5 });
});

async function leadOf(world: TestPortal, dialogId: string): Promise<string> {
  const crm = await world.control("GET", `/dialogs/${dialogId}/crm?as=1`);
  return crm[0].id;
}
