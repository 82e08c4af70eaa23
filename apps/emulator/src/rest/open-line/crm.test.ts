import { expect, test } from "vitest";

import { clientWrites, registerBot } from "../../testing/demo-bot.ts";
import { send } from "../../testing/send.ts";
import { PEOPLE, startTestPortal } from "../../testing/test-portal.ts";
import type { Json } from "../../testing/send.ts";

const SCOPES = ["imbot", "imopenlines", "im", "crm"];

/** A dialog that the manager answers, saved as a lead. */
async function setup() {
  const world = await startTestPortal();
  const bot = await registerBot(world);
  const CHAT_ID = Number((await clientWrites(world, PEOPLE.client, "I want to buy"))["chatId"]);
  const hooks: Record<string, string> = {
    manager: await world.webhook(PEOPLE.manager, SCOPES),
    employee: await world.webhook(PEOPLE.employee, SCOPES),
  };
  const as = async (who: string, method: string, params: object = {}): Promise<Json[string]> => {
    const { body } = await send(`${hooks[who]}${method}`, "POST", params);
    return body["error"] ?? body["result"];
  };
  await as("manager", "imopenlines.operator.answer", { CHAT_ID });
  expect(await as("manager", "imopenlines.crm.lead.create", { CHAT_ID })).toBe(true);
  const { entity_data_1 } = await as("manager", "imopenlines.dialog.get", { CHAT_ID });
  const leadId = Number(entity_data_1.split("|")[2]);
  const lead = { CRM_ENTITY_TYPE: "lead", CRM_ENTITY: leadId };
  return { world, bot, CHAT_ID, as, lead, leadId };
}

test("a lead made out of a dialog is found by it, and the dialog by the lead", async () => {
  const { as, CHAT_ID, lead, leadId } = await setup();

  const { entity_id } = await as("manager", "imopenlines.dialog.get", { CHAT_ID });
  const { IM } = await as("manager", "crm.lead.get", { ID: leadId });
  expect(IM).toMatchObject([{ VALUE_TYPE: "OPENLINE", VALUE: `imol|${entity_id}` }]);
  expect(await as("manager", "imopenlines.crm.chat.get", lead)).toEqual([
    { CHAT_ID: String(CHAT_ID), CONNECTOR_ID: "livechat", CONNECTOR_TITLE: "Live chat" },
  ]);

  await as("manager", "imopenlines.operator.finish", { CHAT_ID });
  expect(await as("manager", "imopenlines.crm.chat.get", lead)).toEqual([]);
  expect(await as("manager", "imopenlines.crm.chat.get", { ...lead, ACTIVE_ONLY: "N" })).toHaveLength(1);
  expect(await as("manager", "imopenlines.crm.chat.getLastId", lead)).toBe(CHAT_ID);
});

test("a card that names the dialog among its messengers is bound to it too", async () => {
  const { as, CHAT_ID, leadId } = await setup();
  const { entity_id } = await as("manager", "imopenlines.dialog.get", { CHAT_ID });
  const IM = [{ VALUE: `imol|${entity_id}`, VALUE_TYPE: "OPENLINE" }];

  const contact = await as("manager", "crm.contact.add", { fields: { NAME: "Anna", IM } });

  const { entity_data_2 } = await as("manager", "imopenlines.dialog.get", { CHAT_ID });
  expect(entity_data_2).toBe(`LEAD|${leadId}|COMPANY|0|CONTACT|${contact}|DEAL|0`);
});

test("a client is written to first by a member of their dialog, man or bot, and by nobody else", async () => {
  const { world, as, bot, CHAT_ID, lead } = await setup();
  const message = { ...lead, CHAT_ID, MESSAGE: "Your order is ready" };
  const write = (USER_ID: number): Promise<unknown> =>
    as("manager", "imopenlines.crm.message.add", { ...message, USER_ID });

  expect(await write(bot.id)).toBe("MESSAGE_ADD_ERROR");
  expect(await as("manager", "imopenlines.crm.chat.user.add", { ...lead, USER_ID: bot.id })).toBe(CHAT_ID);
  expect(await as("manager", "imopenlines.crm.chat.user.add", { ...lead, USER_ID: bot.id })).toBe("WRONG_REQUEST");
  expect(await write(bot.id)).toEqual(expect.any(Number));
  expect(await write(999)).toBe("ACCESS_DENIED");

  const shown = await world.control("GET", `/dialogs/chat${CHAT_ID}/messages?as=${PEOPLE.client}`);
  expect(shown.at(-1)).toMatchObject({ text: "Your order is ready", authorId: String(bot.id) });
});

test("what the CRM hides from somebody, its dialogs hide as well", async () => {
  const { as, lead, leadId, CHAT_ID } = await setup();
  await as("manager", "crm.lead.update", { ID: leadId, fields: { OPENED: "N" } });

  expect(await as("employee", "imopenlines.crm.chat.get", lead)).toBe("ACCESS_DENIED");
  expect(await as("employee", "imopenlines.crm.chat.getLastId", lead)).toBe("CRM_CHAT_EMPTY_CRM_DATA");
  expect(await as("manager", "imopenlines.crm.chat.get", { CRM_ENTITY_TYPE: "lead" })).toBe("ERROR_ARGUMENT");
  expect(await as("employee", "imopenlines.crm.lead.create", { CHAT_ID })).toBe("ACCESS_DENIED");
});
