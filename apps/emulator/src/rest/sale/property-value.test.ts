import { expect, test } from "vitest";

import { send } from "../../testing/send.ts";
import { PEOPLE, startTestPortal } from "../../testing/test-portal.ts";

test("what buyers said of themselves is found over all orders, and only managers read it", async () => {
  const { webhook } = await startTestPortal();
  const as = async (person: string) => {
    const url = await webhook(person, ["sale"]);
    return async (method: string, params: object = {}) => (await send(url + method, "POST", params)).body;
  };
  const call = await as(PEOPLE.manager);
  const order = { lid: "s1", personTypeId: 1, currency: "RUB" };
  for (const userId of [PEOPLE.client, PEOPLE.otherClient]) {
    await call("sale.order.add", { fields: { ...order, userId } });
  }
  const all = (await call("sale.propertyvalue.list", { filter: { code: "FIO" }, order: { id: "desc" } }))["result"];
  expect(all.propertyValues).toMatchObject([{ orderId: 2 }, { orderId: 1 }]);
  const [, { value }] = all.propertyValues;
  const filter = { code: "FIO", "=%value": `%${value.slice(1, 3)}%${value.slice(3)}` };
  expect(await call("sale.propertyvalue.list", { filter })).toMatchObject({
    result: { propertyValues: [{ orderId: 1, code: "FIO", value, orderPropsId: 1 }] },
    total: 1,
  });
  expect(await (await as(PEOPLE.employee))("sale.propertyvalue.list")).toHaveProperty("error");
});
