import { expect, test } from "vitest";

import { startCrmPortal } from "../../testing/crm-portal.ts";

test("a person is found by a phone however it is written, and nobody is an empty list", async () => {
  const world = await startCrmPortal();
  const PHONE = [{ VALUE: "+49 (151) 000-0001, 12" }];
  await world.call("crm.lead.add", { fields: { PHONE } });
  await world.call("crm.contact.add", { fields: { NAME: "Anna", PHONE, EMAIL: [{ VALUE: "Anna@Example.com" }] } });
  const find = (params: object): Promise<unknown> => world.call("crm.duplicate.findbycomm", params);

  expect(await find({ type: "PHONE", values: ["491510000001"] })).toEqual({ LEAD: [1], CONTACT: [1] });
  expect(await find({ type: "PHONE", values: ["+491510000001"], entity_type: "CONTACT" })).toEqual({ CONTACT: [1] });
  expect(await find({ type: "EMAIL", values: ["anna@example.com"] })).toEqual({ CONTACT: [1] });
  expect(await find({ type: "PHONE", values: ["1510000001"] })).toEqual([]);
  expect((await world.ask("crm.duplicate.findbycomm", { type: "PHONE" }))["error_description"]).toBe(
    "Communication values is not defined",
  );
});
