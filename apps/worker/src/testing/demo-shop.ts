import type { StoreServices } from "@botdeck/bots";
import type { Order } from "@botdeck/crm";

/** The phone that the portal knows of every client here. */
const PHONE = "+79161234567";

const order = (number: string, status: Order["status"], expectedOn: string): Order => ({
  number,
  status,
  phone: PHONE,
  customer: "A client",
  purchasedOn: "2026-11-14",
  expectedOn,
  items: [{ article: "KT-200", name: "Kettle", quantity: 1, category: null }],
  amount: 2990,
  currency: "RUB",
});

const ORDERS = [
  order("A-1042", "shipped", "2026-11-22"),
  order("A-1043", "packing", "2026-11-24"),
  order("A-1044", "delivered", "2026-11-19"),
];

/** A shop of a few orders, as it was on the 21st of November 2026. */
export const DEMO_SHOP: StoreServices = {
  orders: {
    byNumber: async (number) => ORDERS.find((each) => each.number.endsWith(number)) ?? null,
    byPhone: async (phone) => (phone === PHONE ? ORDERS : []),
  },
  catalog: { find: async () => [], names: async () => ({ products: [], stores: [] }) },
  refusals: { areTooMany: () => false, note: () => {} },
  clientCard: async () => ({ leadId: "12", contactId: null, phone: PHONE, ownPhone: PHONE, name: "A client" }),
  knownCard: () => null,
  transcript: async () => "",
};
