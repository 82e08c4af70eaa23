import { listAnswer } from "../catalog/table.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { list, type Params } from "../params.ts";
import { MAY_NOT_READ } from "./errors.ts";

const FIELDS = ["code", "id", "name", "orderId", "orderPropsId", "orderPropsXmlId", "value"];

/** What buyers said of themselves, over all orders. Bitrix24 docs: sale.propertyvalue.list. */
export const PROPERTY_VALUE_LIST: RestMethod = { name: "sale.propertyvalue.list", scopes: ["sale"], run: listValues };

function listValues({ caller, params, portal }: Call): Answer {
  if (caller.user.role !== "manager") throw MAY_NOT_READ;
  const rows = [...portal.state.orders.values()].flatMap((order) =>
    list(order, "propertyValues").map((value): Params => Object.assign({}, value, { orderId: order.id })),
  );
  return listAnswer(params, rows, {
    many: "propertyValues",
    isField: (field) => FIELDS.includes(field),
    view: (row) => row,
  });
}
