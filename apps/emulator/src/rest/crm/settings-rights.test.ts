import { expect, test } from "vitest";

import { send } from "../../testing/send.ts";
import { PEOPLE, startTestPortal } from "../../testing/test-portal.ts";

test.each<[string, object]>([
  ["crm.status.add", { fields: { ENTITY_ID: "SOURCE", STATUS_ID: "FAIR", NAME: "Fair" } }],
  ["crm.status.update", { id: 1, fields: { NAME: "Fair" } }],
  ["crm.status.delete", { id: 1 }],
  ["crm.category.add", { entityTypeId: 2, fields: { name: "Repairs" } }],
  ["crm.category.update", { entityTypeId: 2, id: 0, fields: { name: "Repairs" } }],
  ["crm.category.delete", { entityTypeId: 2, id: 0 }],
  ["crm.type.add", { fields: { title: "Equipment" } }],
  ["crm.type.list", {}],
])("only an administrator may call %s", async (method, params) => {
  const world = await startTestPortal();
  const employee = await world.webhook(PEOPLE.employee, ["crm"]);

  const refused = await send(employee + method, "POST", params);

  expect(refused).toMatchObject({ status: 400, body: { error_description: "Access denied." } });
});
