import { currenciesOf } from "../../crm/currencies.ts";
import { announce } from "../../events/app-events.ts";
import { clientsOf, propertyValuesOf } from "../../sale/buyer.ts";
import { basketOf, itemsOfShipment, paymentsOf, shipmentsOf } from "../../sale/order-parts.ts";
import { releaseStock } from "../../sale/order-stock.ts";
import { saveOrder, savedData } from "../../sale/save-order.ts";
import { FIRST_ORDER_STATUS, isStatus, PERSON_TYPES } from "../../sale/shop.ts";
import { stamps } from "../../sale/stamps.ts";
import type { CatalogRow } from "../../state/catalog.ts";
import { nextId } from "../../state/state.ts";
import { isoDate } from "../../wire/iso-date.ts";
import { documentedFields } from "../catalog/documented-fields.ts";
import { refused, type Table } from "../catalog/table.ts";
import type { Call } from "../method.ts";
import type { Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { checkRequired, errorsOf, settableBy } from "./errors.ts";
import { orderView, RELATED } from "./order-view.ts";

/** Numbers of orders follow a pattern that each shop chooses for itself; in this one the first is A-1042. */
const NUMBER_PREFIX = "A-";
const BEFORE_FIRST_NUMBER = 1041;

const MARKS = [
  { field: "statusId", date: "dateStatus", employee: "empStatusId" },
  { field: "canceled", date: "dateCanceled", employee: "empCanceledId" },
  { field: "marked", date: "dateMarked", employee: "empMarkedId" },
];

/** Orders of the shop. Bitrix24 docs: api-reference/sale/order. */
export const ORDER: Table = {
  prefix: "sale.order",
  scope: "sale",
  one: "order",
  many: "orders",
  rows: (state) => state.orders,
  series: "order",
  fields: orderFields(),
  errors: errorsOf("200540400001", "order"),
  isSettable: settableBy("sale.order.getfields", "order"),
  fill,
  change(call, given, before) {
    checkStatus(given);
    if (given["canceled"] === "Y" && before["canceled"] !== "Y") checkIsOpen(call, before);
    return { ...given, ...stamps(call.portal, MARKS, { before, given, userId: call.caller.user.id }) };
  },
  afterWrite: ({ portal, caller }, { id }) => saveOrder(portal, id, caller.user.id),
  view: orderView,
  beforeDelete(call, order) {
    checkIsOpen(call, order);
    announce(call.portal, "ONSALEBEFOREORDERDELETE", savedData(order, "delete"), call.caller.user.id);
    for (const item of basketOf(call.portal.state, order.id)) releaseStock(call.portal, item);
  },
  afterDelete({ portal: { state }, portal, caller }, { id }) {
    for (const item of basketOf(state, id)) state.basketItems.delete(item.id);
    for (const payment of paymentsOf(state, id)) state.payments.delete(payment.id);
    for (const shipment of shipmentsOf(state, id)) {
      for (const item of itemsOfShipment(state, shipment.id)) state.shipmentItems.delete(item.id);
      state.shipments.delete(shipment.id);
    }
    announce(portal, "ONORDERDELETED", { FIELDS: { ID: id } }, caller.user.id);
  },
};

function orderFields(): Params {
  const all = { ...documentedFields("sale.order.get", "order"), ...documentedFields("sale.order.add", "order") };
  return Object.fromEntries(Object.entries(all).filter(([name]) => !RELATED.has(name)));
}

function fill({ portal, caller }: Call, given: Params): Params {
  checkRequired(given, ["lid", "personTypeId", "currency"]);
  checkStatus(given);
  const { state } = portal;
  if (!PERSON_TYPES.some(({ id }) => id === given["personTypeId"])) throw refused("Person type not found");
  if (!currenciesOf(state).some(({ id }) => id === given["currency"])) throw refused("Currency not found");
  const buyer = state.people.get(Number(given["userId"]));
  const at = isoDate(portal.now());
  return {
    accountNumber: `${NUMBER_PREFIX}${BEFORE_FIRST_NUMBER + nextId(state, "orderNumber")}`,
    clients: clientsOf(portal, buyer, caller.user.id),
    propertyValues: propertyValuesOf(portal, buyer),
    requisiteLink: { bankDetailId: 0, mcBankDetailId: 0, mcRequisiteId: 0, requisiteId: 0 },
    companyId: given["companyId"] ?? 0,
    dateInsert: given["dateInsert"] ?? at,
    dateStatus: at,
    empStatusId: given["empStatusId"] ?? caller.user.id,
    price: given["price"] ?? 0,
    discountValue: given["discountValue"] ?? 0,
    recountFlag: given["recountFlag"] ?? "Y",
    responsibleId: given["responsibleId"] ?? caller.user.id,
    statusId: given["statusId"] ?? FIRST_ORDER_STATUS,
    ...stamps(portal, MARKS.slice(1), { before: null, given, userId: caller.user.id }),
  };
}

function checkStatus({ statusId }: Params): void {
  if (statusId !== undefined && !isStatus(statusId, "O")) throw refused("Status not found");
}

/** What is paid or shipped can neither be cancelled nor deleted. Bitrix24 docs: sale.order.delete. */
function checkIsOpen({ portal: { state } }: Call, { id }: CatalogRow): void {
  if (paymentsOf(state, id).some((payment) => payment["paid"] === "Y")) {
    throw badRequest("SALE_ORDER_CANCEL_PAYMENT_EXIST_ACTIVE", "The order has active payments");
  }
  if (shipmentsOf(state, id).some((shipment) => shipment["deducted"] === "Y")) {
    throw badRequest("SALE_ORDER_CANCEL_SHIPMENT_EXIST_SHIPPED", "The order has shipped shipments");
  }
}
