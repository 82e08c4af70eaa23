import { returnDialogs } from "@botdeck/bots/dialogs";
import type { ProductReturnInput } from "@botdeck/contracts";

const today = new Date().toISOString().slice(0, 10);

const ORDER = {
  number: "A-1042",
  status: "delivered",
  phone: "+12025553101",
  customer: "Anna",
  purchasedOn: today,
  expectedOn: null,
  items: [{ article: "CH-100", name: "Office chair", quantity: 1, category: null }],
  amount: 8_000,
  currency: "RUB",
};

/** A return of which the order is known, so that it asks the client for the reason first and the portal for nothing. */
export const KNOWN_RETURN: Pick<ProductReturnInput, "dialogVersion" | "slots" | "said" | "managerId" | "supervisorId"> =
  {
    dialogVersion: returnDialogs.at(-1)?.version ?? 1,
    slots: { returnDays: 14, returnDaysByCategory: {}, today, number: ORDER.number, phone: ORDER.phone, order: ORDER },
    said: null,
    managerId: null,
    supervisorId: null,
  };
