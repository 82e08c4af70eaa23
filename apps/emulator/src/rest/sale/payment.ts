import { announce } from "../../events/app-events.ts";
import { nextPartNumber, paymentsOf } from "../../sale/order-parts.ts";
import { saveOrder, savedData } from "../../sale/save-order.ts";
import { PAY_SYSTEMS, shopName } from "../../sale/shop.ts";
import { stamps } from "../../sale/stamps.ts";
import { isoDate } from "../../wire/iso-date.ts";
import { documentedFields } from "../catalog/documented-fields.ts";
import { refused, type Table } from "../catalog/table.ts";
import type { Call } from "../method.ts";
import type { Params } from "../params.ts";
import { checkRequired, errorsOf, settableBy } from "./errors.ts";

const FIRST_NUMBER = 1;

const MARKS = [
  { field: "paid", date: "datePaid", employee: "empPaidId" },
  { field: "marked", date: "dateMarked", employee: "empMarkedId" },
  { field: "responsibleId", date: "dateResponsibleId", employee: "empResponsibleId" },
];

/** Payments of orders. Bitrix24 docs: api-reference/sale/payment. */
export const PAYMENT: Table = {
  prefix: "sale.payment",
  scope: "sale",
  one: "payment",
  many: "payments",
  rows: (state) => state.payments,
  series: "payment",
  fields: { ...documentedFields("sale.payment.get", "payment"), ...documentedFields("sale.payment.add", "payment") },
  errors: errorsOf("200640400001", "payment"),
  isSettable: settableBy("sale.payment.getFields", "payment"),
  fill,
  change: (call, given, before) => ({
    ...given,
    ...(given["paySystemId"] !== undefined && paySystem(call, given["paySystemId"])),
    ...stamps(call.portal, MARKS, { before, given, userId: call.caller.user.id }),
  }),
  afterWrite({ portal, caller }, payment) {
    announce(portal, "ONPAYMENTENTITYSAVED", savedData(payment, "save"), caller.user.id);
    saveOrder(portal, Number(payment["orderId"]), caller.user.id);
  },
  afterDelete({ portal, caller }, payment) {
    announce(portal, "ONPAYMENTDELETED", { FIELDS: { ID: payment.id } }, caller.user.id);
    saveOrder(portal, Number(payment["orderId"]), caller.user.id);
  },
};

function fill(call: Call, given: Params): Params {
  checkRequired(given, ["orderId", "paySystemId"]);
  const { portal, caller } = call;
  const order = portal.state.orders.get(Number(given["orderId"]));
  if (order === undefined) throw refused("Order not found");
  return {
    ...paySystem(call, given["paySystemId"]),
    accountNumber: nextPartNumber(order, paymentsOf(portal.state, order.id), FIRST_NUMBER),
    companyId: given["companyId"] ?? 0,
    currency: order["currency"],
    dateBill: given["dateBill"] ?? isoDate(portal.now()),
    psStatus: given["psStatus"] ?? "",
    priceCod: given["priceCod"] ?? "0",
    sum: given["sum"] ?? 0,
    ...stamps(portal, MARKS, { before: null, given, userId: caller.user.id }),
  };
}

function paySystem({ portal }: Call, id: unknown): Params {
  const known = PAY_SYSTEMS.find((system) => system.id === id);
  if (known === undefined) throw refused("Pay system not found");
  const paySystemName = shopName(portal.state, known);
  return { paySystemName, paySystemIsCash: known.isCash ? "Y" : "N", paySystemXmlId: "" };
}
