import { announce } from "../../events/app-events.ts";
import { itemsOfShipment, nextPartNumber, shipmentsOf } from "../../sale/order-parts.ts";
import { saveOrder } from "../../sale/save-order.ts";
import { DELIVERIES, FIRST_SHIPMENT_STATUS, isStatus, shopName } from "../../sale/shop.ts";
import { stamps } from "../../sale/stamps.ts";
import { isoDate } from "../../wire/iso-date.ts";
import { documentedFields } from "../catalog/documented-fields.ts";
import { refused, type Table } from "../catalog/table.ts";
import type { Call } from "../method.ts";
import type { Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { checkRequired, errorsOf, settableBy } from "./errors.ts";
import { shipmentView } from "./shipment-item.ts";

/** The first shipment of every order is one that the portal keeps for itself. */
const FIRST_NUMBER = 2;
const MUST_BE_GIVEN = ["allowDelivery", "deducted", "deliveryId"];

const MARKS = [
  { field: "allowDelivery", date: "dateAllowDelivery", employee: "empAllowDeliveryId" },
  { field: "deducted", date: "dateDeducted", employee: "empDeductedId" },
  { field: "responsibleId", date: "dateResponsibleId", employee: "empResponsibleId" },
];

/** Shipments of orders. Bitrix24 docs: api-reference/sale/shipment. */
export const SHIPMENT: Table = {
  prefix: "sale.shipment",
  scope: "sale",
  one: "shipment",
  many: "shipments",
  rows: (state) => state.shipments,
  series: "shipment",
  fields: shipmentFields(),
  errors: errorsOf("201140400001", "shipment"),
  isSettable: settableBy("sale.shipment.getFields", "shipment"),
  fill(call, given) {
    checkRequired(given, ["orderId", ...MUST_BE_GIVEN]);
    const { portal, caller } = call;
    const order = portal.state.orders.get(Number(given["orderId"]));
    if (order === undefined) throw refused("The order cannot be loaded");
    return {
      ...ofDelivery(call, given),
      accountNumber: nextPartNumber(order, shipmentsOf(portal.state, order.id), FIRST_NUMBER),
      companyId: given["companyId"] ?? 0,
      currency: order["currency"],
      dateInsert: isoDate(portal.now()),
      discountPrice: 0,
      ...stamps(portal, MARKS, { before: null, given, userId: caller.user.id }),
    };
  },
  change(call, given, before) {
    checkRequired(given, MUST_BE_GIVEN);
    const noted = stamps(call.portal, MARKS, { before, given, userId: call.caller.user.id });
    return { ...given, ...ofDelivery(call, given), ...noted };
  },
  afterWrite({ portal, caller }, shipment) {
    announce(portal, "ONSHIPMENTENTITYSAVED", { FIELDS: { ID: shipment.id } }, caller.user.id);
    saveOrder(portal, Number(shipment["orderId"]), caller.user.id);
  },
  view: shipmentView,
  beforeDelete(_call, shipment) {
    if (shipment["deducted"] !== "Y") return;
    throw badRequest("SALE_SHIPMENT_EXIST_SHIPPED", "The shipment is already shipped. Undo it first");
  },
  afterDelete({ portal, caller }, shipment) {
    for (const item of itemsOfShipment(portal.state, shipment.id)) portal.state.shipmentItems.delete(item.id);
    announce(portal, "ONSHIPMENTDELETED", { FIELDS: { ID: shipment.id } }, caller.user.id);
    saveOrder(portal, Number(shipment["orderId"]), caller.user.id);
  },
};

function shipmentFields(): Params {
  const { shipmentItems: _items, ...fields } = {
    ...documentedFields("sale.shipment.get", "shipment"),
    ...documentedFields("sale.shipment.add", "shipment"),
  };
  return fields;
}

/** What every writing of a shipment sets anew: a price or a status that is not given is none. Bitrix24 docs: sale.shipment.update. */
function ofDelivery({ portal }: Call, given: Params): Params {
  const delivery = DELIVERIES.find(({ id }) => id === given["deliveryId"]);
  if (delivery === undefined) throw badRequest("SALE_SHIPMENT_WRONG_DELIVERY_SERVICE", "Delivery service not found");
  const statusId = given["statusId"] ?? FIRST_SHIPMENT_STATUS;
  if (!isStatus(statusId, "D")) throw badRequest("BX_INVALID_VALUE", "Status not found");
  const price = given["basePriceDelivery"] ?? given["priceDelivery"] ?? 0;
  return { deliveryName: shopName(portal.state, delivery), statusId, basePriceDelivery: price, priceDelivery: price };
}
