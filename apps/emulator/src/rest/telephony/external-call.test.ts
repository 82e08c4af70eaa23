import { expect, test } from "vitest";

import { CLIENT_ID, PEOPLE, startTestPortal, type TestPortal } from "../../testing/test-portal.ts";
import { issueAccessToken } from "../../oauth/tokens.ts";

const SCOPES = ["telephony", "crm"];
const PHONE = "+49 151 000 00 01";

async function exchange() {
  const world = await startTestPortal();
  await world.install(`${world.origin}/nowhere`, SCOPES);
  const app = world.portal.state.apps.get(CLIENT_ID);
  if (app === undefined) throw new Error("the app was just installed");
  const token = issueAccessToken(world.portal, app, Number(PEOPLE.manager)).id;
  const call = async (method: string, params: object) => (await world.restAs(token, method, params)).body;
  return { world, call };
}

const register = (more: object = {}) => ({ USER_ID: PEOPLE.manager, PHONE_NUMBER: PHONE, TYPE: 2, ...more });

async function leads(world: TestPortal): Promise<unknown[]> {
  return [...world.portal.state.leads.values()].filter(({ title }) => title?.includes(PHONE));
}

test("a call from an unknown number makes a lead when asked to, and ends as an activity of it", async () => {
  const { world, call } = await exchange();
  const { result } = await call("telephony.externalCall.register", register({ CRM_CREATE: 1 }));
  expect(result).toMatchObject({ CRM_ENTITY_TYPE: "LEAD", CRM_ENTITY_ID: result.CRM_CREATED_LEAD });
  expect(await leads(world)).toHaveLength(1);

  const end = await call("telephony.externalCall.finish", { CALL_ID: result.CALL_ID, USER_ID: 1, DURATION: 60 });
  const activity = world.portal.state.activities.get(end.result.CRM_ACTIVITY_ID);
  expect(activity).toMatchObject({ typeId: 2, ownerId: result.CRM_CREATED_LEAD, direction: 1 });
});

test("the same call registered twice within half an hour is one", async () => {
  const { world, call } = await exchange();
  const first = await call("telephony.externalCall.register", register({ CRM_CREATE: 1 }));
  const again = await call("telephony.externalCall.register", register({ CRM_CREATE: 1 }));
  expect(again.result.CALL_ID).toBe(first.result.CALL_ID);
  expect(await leads(world)).toHaveLength(1);

  world.pass(1801);
  const later = await call("telephony.externalCall.register", register());
  expect(later.result.CALL_ID).not.toBe(first.result.CALL_ID);
});

test("a caller who is in the CRM is recognised however the number is written", async () => {
  const { call } = await exchange();
  const fields = { NAME: "Anna", PHONE: [{ VALUE: "+4915100 00001", VALUE_TYPE: "MOBILE" }] };
  const contact = await call("crm.contact.add", { fields });
  const { result } = await call("telephony.externalCall.register", register({ CRM_CREATE: 1 }));
  expect(result).toMatchObject({ CRM_CREATED_LEAD: null, CRM_ENTITY_TYPE: "CONTACT", CRM_ENTITY_ID: contact.result });
});

test("a webhook may not register calls, and a call needs a person", async () => {
  const { world, call } = await exchange();
  const webhook = await world.webhook(PEOPLE.manager, SCOPES);
  const refused = await fetch(`${webhook}telephony.externalCall.register?PHONE_NUMBER=1&TYPE=1&USER_ID=1`);
  expect(refused.status).toBe(403);
  expect(await call("telephony.externalCall.register", { PHONE_NUMBER: PHONE, TYPE: 1 })).toMatchObject({
    error: "ERROR_CORE",
  });
});
