import type { Order } from "@botdeck/crm/orders";
import type { DialogDefinition, Ending, Slots } from "@botdeck/dialog/dialogs";

import { CLIENT_STEPS, FIND_STEPS, ORDER_SLOTS, orderOf, ordersOf } from "../order/order-slots.ts";
import { statusLines } from "./status-line.ts";
import { except, OTHER_WISHES, QUICK_WISHES } from "../wishes.ts";

/** Where is my order: by its number and a phone, or by the phone that the portal knows. */
export const orderStatusDialog: DialogDefinition = {
  name: "orderStatus",
  version: 1,
  topic: "order_status",
  digressions: except(QUICK_WISHES, "orderStatus"),
  follows: OTHER_WISHES,
  slots: ORDER_SLOTS,
  steps: {
    ...CLIENT_STEPS,
    toldAll: {
      kind: "end",
      if: (slots) => slots["number"] === undefined && ordersOf(slots).length > 0,
      when: "the client's own orders are found",
      end: (slots) => told(ordersOf(slots), slots),
    },
    listAway: { kind: "end", if: (slots) => slots["orders"] === "away", when: "orders cannot be seen", end: away },
    ...FIND_STEPS,
    away: { kind: "end", if: (slots) => slots["order"] === "away", when: "orders cannot be seen", end: away },
    told: {
      kind: "end",
      end: (slots) => {
        const order = orderOf(slots);
        return order === null ? { outcome: "handed_over", cause: "flow" } : told([order], slots);
      },
    },
  },
};

function told(orders: readonly Order[], { phone }: Slots): Ending {
  const numbers = orders.map(({ number }) => number).join(", ");
  return {
    outcome: "solved",
    say: statusLines(orders),
    learned: { phone: typeof phone === "string" ? phone : null, comment: `Order status: ${numbers}` },
  };
}

function away(): Ending {
  return { outcome: "handed_over", cause: "source_away" };
}
