import { toE164 } from "../../clients/phones.ts";
import { calendarDay } from "../calendar-day.ts";
import type { Order, OrderItem } from "../order.ts";
import type { ODataFields } from "./odata-settings.ts";

export type Document = Readonly<Record<string, unknown>>;

/** A field of the settings that the base's documents do not have. */
export class MissingField extends Error {
  override readonly name = "MissingField";
  readonly field: string;

  constructor(field: string) {
    super(field);
    this.field = field;
  }
}

/** An order whose status is still the source's word. */
export type ReadOrder = Omit<Order, "status"> & { statusWord: string };

/**
 * A document of 1C as an order; null for one that is marked for deletion.
 *
 * @throws MissingField
 */
export function readDocument(document: Document, fields: ODataFields): ReadOrder | null {
  if (document["DeletionMark"] === true) return null;
  const text = (path: string | null): string | null => textOf(valueAt(document, path));
  const number = text(fields.number);
  if (number === null) throw new MissingField(fields.number);
  return {
    number,
    statusWord: text(fields.status) ?? "",
    phone: toE164(text(fields.phone) ?? ""),
    customer: text(fields.customer),
    purchasedOn: dayOf(text(fields.purchased)),
    expectedOn: dayOf(text(fields.expected)),
    items: itemsOf(document, fields),
    amount: numberOf(valueAt(document, fields.amount)),
    currency: text(fields.currency),
  };
}

function itemsOf(document: Document, fields: ODataFields): OrderItem[] {
  const rows = valueAt(document, fields.items);
  if (!Array.isArray(rows)) return [];
  return rows.filter(isDocument).map((row) => ({
    article: textOf(valueAt(row, fields.itemArticle)) ?? "",
    name: textOf(valueAt(row, fields.itemName)),
    quantity: numberOf(valueAt(row, fields.itemQuantity)) ?? 1,
    category: textOf(valueAt(row, fields.itemCategory)),
  }));
}

/** A reference that is not set leads nowhere; a name that is not there at all is a mistake in the settings. */
function valueAt(document: Document, path: string | null): unknown {
  if (path === null) return null;
  const [first = "", ...rest] = path.split("/");
  if (rest.length === 0 && !Object.hasOwn(document, first)) throw new MissingField(first);
  const value = document[first];
  if (rest.length === 0) return value;
  return isDocument(value) && Object.hasOwn(value, rest[0] ?? "") ? valueAt(value, rest.join("/")) : null;
}

function isDocument(value: unknown): value is Document {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | null {
  const text = typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
  return text === "" ? null : text;
}

/** 1C writes large numbers as texts. */
function numberOf(value: unknown): number | null {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : null;
}

/** `2026-11-12T00:00:00`, a local time; the empty date of 1C is the first day of year 1. */
function dayOf(moment: string | null): string | null {
  const day = calendarDay(moment);
  return day?.startsWith("0001") === true ? null : day;
}
