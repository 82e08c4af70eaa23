import { specOf } from "@botdeck/b24-spec";

import { tableMethods } from "../catalog/table.ts";
import type { Call, RestMethod } from "../method.ts";
import { BASKET_ITEM } from "./basket-item.ts";
import { MAY_NOT_READ } from "./errors.ts";
import { ORDER } from "./order.ts";
import { PAYMENT } from "./payment.ts";
import { PROPERTY_VALUE_LIST } from "./property-value.ts";
import { SHIPMENT_ITEM } from "./shipment-item.ts";
import { SHIPMENT } from "./shipment.ts";
import { shopListMethods } from "./shop-lists.ts";

/** The shop's orders. Bitrix24 docs: api-reference/sale. */
export const saleMethods: RestMethod[] = [
  ...[ORDER, BASKET_ITEM, PAYMENT, SHIPMENT, SHIPMENT_ITEM].flatMap(tableMethods),
  ...shopListMethods,
  PROPERTY_VALUE_LIST,
  { name: "sale.order.getfields", scopes: ["sale"], run: getFields },
];

/** The fields of an order are the same on every portal. */
function getFields({ caller }: Call) {
  if (caller.user.role !== "manager") throw MAY_NOT_READ;
  return { result: specOf("sale.order.getfields")?.example?.result ?? {} };
}
