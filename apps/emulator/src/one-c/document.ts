import { createHash } from "node:crypto";

import type { ShopOrderStatus } from "../state/shop-orders.ts";
import type { OrderView } from "./order-view.ts";

export const DOCUMENT = "Document_ЗаказКлиента";
/** What 1C writes where a date is not filled in. */
const EMPTY_DATE = "0001-01-01T00:00:00";

const STATUSES: Record<ShopOrderStatus, string> = {
  new: "Новый",
  paid: "Оплачен",
  packing: "Собирается",
  shipped: "Отгружен",
  at_pickup: "ВПунктеВыдачи",
  delivered: "Доставлен",
  cancelled: "Отменен",
  returned: "Возвращен",
};
/** Numbers of currencies in ISO 4217, which 1C takes as their codes. */
const CURRENCY_CODES: Record<string, string> = { RUB: "643", USD: "840", EUR: "978", KZT: "398", BYN: "933" };

/** A document with every reference expanded; `$expand` says later which of them stay. */
export type OneCDocument = Record<string, unknown>;

/** What can be expanded, by its path: the object stands beside the key of the same name. */
export const EXPANDABLE = ["Контрагент", "Валюта", "Товары/Номенклатура"] as const;

/** An order as a trade configuration of 1C publishes it. README.md beside tells the fields. */
export function documentOf(order: OrderView): OneCDocument {
  const key = guidOf("order", order.number);
  const customer = reference("customer", order.customer ?? "");
  const currency = reference("currency", order.currency ?? "RUB");
  const pieces = order.items.reduce((sum, { quantity }) => sum + quantity, 0);
  const price = pieces === 0 ? 0 : Math.round(((order.amount ?? 0) / pieces) * 100) / 100;
  return {
    Ref_Key: key,
    DataVersion: createHash("sha256").update(JSON.stringify(order)).digest("base64").slice(0, 12),
    DeletionMark: false,
    Number: order.number,
    Date: dateOf(order.purchased),
    Posted: true,
    Контрагент_Key: customer.Ref_Key,
    Контрагент: customer,
    ТелефонПолучателя: order.phone ?? "",
    Статус: STATUSES[order.status],
    ДатаОтгрузки: dateOf(order.expected),
    СуммаДокумента: order.amount ?? 0,
    Валюта_Key: currency.Ref_Key,
    Валюта: { ...currency, Code: CURRENCY_CODES[currency.Description] ?? "" },
    Товары: order.items.map(({ article, name, quantity, category }, index) => {
      const goods = reference("goods", article, name ?? article);
      return {
        Ref_Key: key,
        // 1C writes whole numbers of 64 bits as texts.
        LineNumber: String(index + 1),
        Номенклатура_Key: goods.Ref_Key,
        Номенклатура: { ...goods, Артикул: article, ВидНоменклатуры: category ?? "" },
        Количество: quantity,
        Цена: price,
        Сумма: price * quantity,
      };
    }),
  };
}

/** The same number gives the same key at every start. */
function guidOf(kind: string, name: string): string {
  const hex = createHash("sha256").update(`${kind}:${name}`).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}

function reference(kind: string, code: string, description = code): { Ref_Key: string; Description: string } {
  return { Ref_Key: guidOf(kind, code), Description: description };
}

function dateOf(day: string | null): string {
  return day === null ? EMPTY_DATE : `${day}T00:00:00`;
}
