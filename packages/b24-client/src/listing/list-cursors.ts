import type { MethodName } from "../methods/index.ts";

/** How a list is walked by `>ID`, so that rows which come meanwhile move no page. */
export type Cursor = {
  /** Where the rows stand in the result; null when they are it. */
  rows: string | null;
  /** The id's name in a row. */
  rowId: string;
  /** The id's name in filter, order and select. */
  id: string;
  filter: string;
  order: string;
  select: string;
};

const OLD: Cursor = { rows: null, rowId: "ID", id: "ID", filter: "filter", order: "order", select: "select" };
const named = (rows: string): Cursor => ({ ...OLD, rows, rowId: "id", id: "id" });

/** Lists that can be ordered and filtered by id; others are walked by `next`. Bitrix24 docs: settings/performance/huge-data */
export const LIST_CURSORS: ReadonlyMap<string, Cursor> = new Map<MethodName, Cursor>([
  ["crm.lead.list", OLD],
  ["crm.deal.list", OLD],
  ["crm.contact.list", OLD],
  ["crm.company.list", OLD],
  ["crm.activity.list", OLD],
  ["crm.item.list", named("items")],
  ["crm.stagehistory.list", { ...OLD, rows: "items" }],
  ["tasks.task.list", { ...OLD, rows: "tasks", rowId: "id" }],
  ["lists.element.get", { ...OLD, filter: "FILTER", order: "ELEMENT_ORDER", select: "SELECT" }],
  ["catalog.product.list", named("products")],
  ["catalog.price.list", named("prices")],
  ["catalog.store.list", named("stores")],
  ["catalog.storeproduct.list", named("storeProducts")],
  ["sale.order.list", named("orders")],
  ["sale.basketitem.list", named("basketItems")],
]);
