import { expect, test } from "vitest";

import { registerBot } from "../testing/demo-bot.ts";
import { startTestPortal, type TestPortal } from "../testing/test-portal.ts";

/** A portal whose line makes a lead of every client. */
async function trackingPortal(): Promise<TestPortal> {
  const world = await startTestPortal();
  await registerBot(world);
  const params = { CONFIG_ID: 1, PARAMS: { CRM: "Y", CRM_CREATE: "lead" } };
  await world.control("POST", "/act", { as: "1", method: "imopenlines.config.update", params });
  return world;
}

test("a client who came by a line that knows phones has theirs in the user record and in the lead", async () => {
  const world = await trackingPortal();
  const settle = (client: object) => world.control("POST", "/people", { language: "ru", ...client });

  const known = await settle({ firstName: "Анна", phone: "+79161234567" });
  const unknown = await settle({ firstName: "Борис", lastName: "Петров" });
  expect(unknown).toMatchObject({ name: "Борис Петров", role: "client", language: "ru" });

  for (const [client, phones] of [
    [known, ["+79161234567"]],
    [unknown, []],
  ] as const) {
    const dialog = await world.control("POST", "/dialogs", { as: client.id });
    await world.control("POST", `/dialogs/${dialog.id}/messages`, { as: client.id, text: "hello" });
    const crm = await world.control("GET", `/dialogs/${dialog.id}/crm?as=${client.id}`);
    expect(crm).toMatchObject([{ kind: "lead", name: client.name, phones, comment: "" }]);
    const { body } = await world.rest("im.user.get", { ID: client.id });
    expect(body.result.phones).toEqual(phones.length === 0 ? false : { personal_mobile: phones[0] });
  }
});

test("the contact that was linked to a dialog's lead belongs to the dialog's client", async () => {
  const world = await trackingPortal();
  const client = await world.control("POST", "/people", { firstName: "Anna", language: "en" });
  const dialog = await world.control("POST", "/dialogs", { as: client.id });
  await world.control("POST", `/dialogs/${dialog.id}/messages`, { as: client.id, text: "hello" });
  const crm = () => world.control("GET", `/dialogs/${dialog.id}/crm?as=1`);
  const [lead] = await crm();
  const act = (method: string, params: object) => world.control("POST", "/act", { as: "1", method, params });

  const contact = await act("crm.contact.add", { fields: { NAME: "Anna", PHONE: [{ VALUE: "+12025553101" }] } });
  await act("crm.lead.update", { id: lead.id, fields: { CONTACT_ID: contact.result, COMMENTS: "wants a kettle" } });

  expect(await crm()).toMatchObject([
    { kind: "lead", id: lead.id, comment: "wants a kettle" },
    { kind: "contact", id: String(contact.result), phones: ["+12025553101"] },
  ]);
});
