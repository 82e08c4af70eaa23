import type { State } from "../state/state.ts";

type Language = "ru" | "en";
type Names = Record<Language, string>;

/** Of orders (`O`) or of shipments (`D`). */
export type ShopStatus = { id: string; type: "O" | "D"; sort: number; color: string; names: Names };

/** What a new portal comes with. Bitrix24 docs: api-reference/sale/status. */
export const SHOP_STATUSES: readonly ShopStatus[] = [
  {
    id: "N",
    type: "O",
    sort: 10,
    color: "#BEEDF1",
    names: { en: "Accepted, awaiting payment", ru: "Принят, ожидается оплата" },
  },
  {
    id: "P",
    type: "O",
    sort: 150,
    color: "#ACE9FB",
    names: { en: "Paid, being prepared", ru: "Оплачен, формируется к отправке" },
  },
  { id: "S", type: "O", sort: 180, color: "#BDE7FF", names: { en: "Sent", ru: "Отправлен" } },
  { id: "F", type: "O", sort: 200, color: "#CCF7B1", names: { en: "Completed", ru: "Выполнен" } },
  { id: "D", type: "O", sort: 250, color: "#FFD1D1", names: { en: "Canceled", ru: "Отменен" } },
  { id: "DN", type: "D", sort: 300, color: "#BEEDF1", names: { en: "Awaiting processing", ru: "Ожидает обработки" } },
  { id: "DF", type: "D", sort: 400, color: "#CCF7B1", names: { en: "Shipped", ru: "Отгружен" } },
  { id: "DD", type: "D", sort: 500, color: "#FFD1D1", names: { en: "Canceled", ru: "Отменен" } },
];

export const FIRST_ORDER_STATUS = "N";
export const FIRST_SHIPMENT_STATUS = "DN";

type Named = { id: number; names: Names };

export const PERSON_TYPES: readonly Named[] = [
  { id: 1, names: { en: "Person", ru: "Физическое лицо" } },
  { id: 2, names: { en: "Company", ru: "Юридическое лицо" } },
];

export const PAY_SYSTEMS: readonly (Named & { isCash: boolean })[] = [
  { id: 1, isCash: true, names: { en: "Cash", ru: "Наличные" } },
  { id: 2, isCash: false, names: { en: "Bank card", ru: "Оплата картой" } },
  { id: 3, isCash: false, names: { en: "Bank transfer", ru: "Банковский перевод" } },
];

export const DELIVERIES: readonly Named[] = [
  { id: 1, names: { en: "Without delivery", ru: "Без доставки" } },
  { id: 2, names: { en: "Courier", ru: "Доставка курьером" } },
  { id: 3, names: { en: "Pickup", ru: "Самовывоз" } },
];

/** A name in the language of the portal, which is that of its first person. */
export function shopName(state: State, { names }: { names: Names }): string {
  const [owner] = state.people.values();
  return names[owner?.language ?? "en"];
}

/** True for a status of orders, or of shipments. */
export function isStatus(id: unknown, type: ShopStatus["type"]): boolean {
  return SHOP_STATUSES.some((status) => status.id === id && status.type === type);
}
