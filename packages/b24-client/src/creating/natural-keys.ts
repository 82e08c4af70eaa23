import { AppError } from "@botdeck/core";

import type { MethodName } from "../methods/index.ts";
import { at, type Fields, rowsAt, textAt } from "../read-path.ts";

/** How a record that a call created is found again, by a key that its maker chose. */
export type NaturalKey = {
  list: MethodName;
  /** Parameters of the list that show the record, should it exist. A portal may take the filter as a mere hint. */
  query(params: object): object;
  rows(result: unknown): Fields[];
  isOurs(row: Fields, params: object): boolean;
  idOf(row: Fields): string | null;
  /** The id in the answer of the call itself. */
  createdId(result: unknown): string | null;
};

/** Bitrix24 docs: crm/leads/crm-lead-add and its siblings */
const crm = (list: MethodName): NaturalKey => ({
  list,
  query: (params) => {
    const [ORIGINATOR_ID, ORIGIN_ID] = [keyAt(params, "fields", "ORIGINATOR_ID"), keyAt(params, "fields", "ORIGIN_ID")];
    const select = ["ID", "ORIGINATOR_ID", "ORIGIN_ID"];
    return { filter: { ORIGINATOR_ID, ORIGIN_ID }, select, order: { ID: "ASC" }, start: -1 };
  },
  rows: (result) => rowsAt(result),
  isOurs: (row, params) =>
    row["ORIGIN_ID"] === at(params, "fields", "ORIGIN_ID") &&
    row["ORIGINATOR_ID"] === at(params, "fields", "ORIGINATOR_ID"),
  idOf: (row) => textAt(row, "ID"),
  createdId: (result) => textAt({ result }, "result"),
});

/**
 * The docs list XML_ID among the fields that a task list can show, not among those it can filter by. So what counts is
 * the XML_ID of the tasks that come back, newest first: a portal that ignores the filter is searched through its 50
 * newest tasks, which a retry after minutes is among. Bitrix24 docs: tasks.task.list, tasks.task.add
 */
const task: NaturalKey = {
  list: "tasks.task.list",
  query: (params) => ({
    filter: { XML_ID: keyAt(params, "fields", "XML_ID") },
    select: ["ID", "XML_ID"],
    order: { ID: "desc" },
  }),
  rows: (result) => rowsAt(result, "tasks"),
  isOurs: (row, params) => row["xmlId"] === at(params, "fields", "XML_ID"),
  idOf: (row) => textAt(row, "id"),
  createdId: (result) => textAt(result, "task", "id"),
};

/** Bitrix24 docs: lists/elements/lists-element-add */
const listElement: NaturalKey = {
  list: "lists.element.get",
  query: (params) => {
    const ELEMENT_CODE = keyAt(params, "ELEMENT_CODE");
    const { IBLOCK_TYPE_ID, IBLOCK_ID, IBLOCK_CODE } = { ...params } as Fields; // safe: any object has such fields or not
    return { IBLOCK_TYPE_ID, IBLOCK_ID, IBLOCK_CODE, ELEMENT_CODE };
  },
  rows: (result) => rowsAt(result),
  // The code is unique in its list, and no row shows it.
  isOurs: () => true,
  idOf: (row) => textAt(row, "ID"),
  createdId: (result) => textAt({ result }, "result"),
};

/** Bitrix24 docs: catalog/product/catalog-product-add */
const product: NaturalKey = {
  list: "catalog.product.list",
  query: (params) => ({
    select: ["id", "iblockId", "xmlId"],
    filter: { iblockId: at(params, "fields", "iblockId"), xmlId: keyAt(params, "fields", "xmlId") },
  }),
  rows: (result) => rowsAt(result, "products"),
  isOurs: (row, params) => row["xmlId"] === at(params, "fields", "xmlId"),
  idOf: (row) => textAt(row, "id"),
  createdId: (result) => textAt(result, "element", "id"),
};

/** Bitrix24 docs: sale/order/sale-order-add */
const order: NaturalKey = {
  list: "sale.order.list",
  query: (params) => ({ select: ["id", "xmlId"], filter: { xmlId: keyAt(params, "fields", "xmlId") } }),
  rows: (result) => rowsAt(result, "orders"),
  isOurs: (row, params) => row["xmlId"] === at(params, "fields", "xmlId"),
  idOf: (row) => textAt(row, "id"),
  createdId: (result) => textAt(result, "order", "id"),
};

export const NATURAL_KEYS = {
  "crm.lead.add": crm("crm.lead.list"),
  "crm.deal.add": crm("crm.deal.list"),
  "crm.contact.add": crm("crm.contact.list"),
  "crm.company.add": crm("crm.company.list"),
  "tasks.task.add": task,
  "lists.element.add": listElement,
  "catalog.product.add": product,
  "sale.order.add": order,
} as const satisfies Partial<Record<MethodName, NaturalKey>>;

/** Methods whose records carry a key that their maker chooses. */
export type CreatingMethod = keyof typeof NATURAL_KEYS;

/** @throws AppError `invalid` when the parameters have no key: without one nobody could tell the record from another. */
function keyAt(params: object, ...path: string[]): string {
  const key = at(params, ...path);
  if (typeof key === "string" && key !== "") return key;
  throw new AppError("invalid", `A record that must not come twice needs a key of its own in ${path.join(".")}`);
}
