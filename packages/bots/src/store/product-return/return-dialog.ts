import type { Order } from "@botdeck/crm/orders";
import type { DialogDefinition, Ending, SentFile, Slots } from "@botdeck/dialog/dialogs";

import { isNo, isYes } from "../agreement.ts";
import { CLIENT_STEPS, FIND_STEPS, ORDER_SLOTS, orderOf, ordersOf } from "../order/order-slots.ts";
import { statusLines } from "../order-status/status-line.ts";
import { daysAllowed, daysBetween, purchaseDayIn } from "./purchase-day.ts";
import { reasonIn } from "./reason.ts";
import { except, OTHER_WISHES, QUICK_WISHES } from "../wishes.ts";

const MOST_PHOTOS = 5;
const SHORTEST_REASON = 3;
const MOST_REASON = 1_000;
const HOUR_MS = 3_600_000;

const REASON_TEXT = { broken: "reasonBroken", wrong: "reasonWrong", disliked: "reasonDisliked" } as const;

const photosOf = ({ photos }: Slots): readonly SentFile[] => (Array.isArray(photos) ? (photos as SentFile[]) : []);
const isGood = ({ problem }: SentFile): boolean => problem === null;
const dayOf = (slots: Slots): string => String(slots["day"] ?? "");

function isTooOld(slots: Slots): boolean {
  const day = dayOf(slots);
  const categories = orderOf(slots)?.items.map(({ category }) => category) ?? [];
  return day !== "" && daysBetween(day, String(slots["today"])) > daysAllowed(slots, categories);
}

/** A return, from the order to what the client confirms. It may take days: a workflow leads it. */
export const returnDialog: DialogDefinition = {
  name: "productReturn",
  version: 1,
  topic: "return",
  digressions: QUICK_WISHES,
  follows: except(OTHER_WISHES, "productReturn"),
  silence: {
    remindAfterMs: 4 * HOUR_MS,
    expireAfterMs: 72 * HOUR_MS,
    remind: { text: "returnReminder" },
    expired: { text: "returnGivenUp" },
  },
  slots: {
    ...ORDER_SLOTS,
    number: { ...ORDER_SLOTS.number, decides: [...ORDER_SLOTS.number.decides, "day", "confirm"] },
    isInHand: {
      find: ({ text }) => (ARRIVED.test(text) ? true : undefined),
      read: () => ({ kind: "unclear" }),
    },
    today: {
      find: ({ today }, { today: before }) => before ?? today,
      read: ({ today }) => ({ kind: "value", value: today }),
    },
    day: {
      expects: "date",
      decides: ["confirm"],
      find(said) {
        const found = purchaseDayIn(said);
        return typeof found === "object" && found !== null ? found.day : undefined;
      },
      read(said) {
        const found = purchaseDayIn(said);
        if (found === "future") return { kind: "unclear", say: { text: "returnDayFuture" } };
        return typeof found === "object" && found !== null ? { kind: "value", value: found.day } : { kind: "unclear" };
      },
    },
    reason: {
      takesAnything: true,
      decides: ["confirm"],
      find: ({ text }, { reason }) =>
        reason === undefined || reasonIn(text) !== null ? (reasonIn(text) ?? undefined) : undefined,
      read({ text }) {
        const reason = text.trim().slice(0, MOST_REASON);
        if (reason.length < SHORTEST_REASON) return { kind: "unclear" };
        return { kind: "value", value: reason };
      },
    },
    photos: {
      // Photos count whenever they come, before they are asked for and after.
      find({ files }, slots) {
        const good = files.filter(isGood);
        return good.length === 0 ? undefined : joined(photosOf(slots), good);
      },
      read({ files }, slots) {
        const good = files.filter(isGood);
        if (good.length > 0) return { kind: "value", value: joined(photosOf(slots), good) };
        const problem = files[0]?.problem;
        if (problem === "too_large") return { kind: "unclear", say: { text: "photoTooLarge" } };
        if (problem === "gone") return { kind: "unclear", say: { text: "photoGone" } };
        return problem === "not_image" ? { kind: "unclear", say: { text: "photoIsNone" } } : { kind: "unclear" };
      },
    },
    confirm: {
      readsPressed: true,
      read(said) {
        if (said.pressed === true) return { kind: "value", value: true };
        if (said.pressed === "order") return changed({ number: undefined, order: undefined, day: undefined });
        if (said.pressed === "reason") return changed({ reason: undefined });
        if (said.pressed === "photos") return changed({ photos: undefined });
        if (said.pressed === false || isNo(said)) {
          return {
            kind: "more",
            say: { text: "returnWhatToChange", buttons: CHANGE_BUTTONS },
            also: { isChanging: true },
          };
        }
        return isYes(said) ? { kind: "value", value: true } : { kind: "unclear" };
      },
    },
  },
  steps: {
    ...CLIENT_STEPS,
    ownOrders: {
      ...CLIENT_STEPS.ownOrders,
      params: ({ ownPhone }) => ({ phone: ownPhone, isReturn: true }),
      take(answer) {
        const orders = answer === "away" ? [] : (answer as Order[]); // safe: the bot's own request
        const [only] = orders;
        return { slots: { orders: answer, ...(orders.length === 1 && only && { number: only.number }) } };
      },
    },
    ownNumber: {
      kind: "ask",
      slot: "number",
      if: (slots) => ordersOf(slots).length > 0 && slots["order"] === undefined,
      when: "the client has orders",
      ask: (slots) => ({
        text: "returnAskWhich",
        buttons: ordersOf(slots)
          .slice(0, 5)
          .map((order) => [{ label: labelOf(order), value: order.number }]),
      }),
      again: () => ({ text: "returnAskWhichAgain" }),
    },
    listAway: { kind: "end", if: ({ orders }) => orders === "away", when: "orders cannot be seen", end: away },
    ...FIND_STEPS,
    away: { kind: "end", if: ({ order }) => order === "away", when: "orders cannot be seen", end: away },
    notReturnable: {
      kind: "end",
      if: (slots) => GONE.has(orderOf(slots)?.status ?? "new"),
      when: "it is cancelled or returned already",
      end: (slots) => ({ outcome: "answered", say: statusLines([orderOf(slots)].flatMap((order) => order ?? [])) }),
    },
    notArrived: {
      kind: "end",
      if: (slots) => UNDER_WAY.has(orderOf(slots)?.status ?? "delivered") && !isInHand(slots),
      when: "it has not arrived yet, and nothing tells that it has",
      end: (slots) =>
        // Whoever insists knows something that the books do not.
        slots["wasTold"] === true
          ? { outcome: "handed_over", cause: "not_arrived" }
          : {
              outcome: "answered",
              say: [...statusLines([orderOf(slots)].flatMap((order) => order ?? [])), { text: "returnNotArrived" }],
            },
    },
    day: {
      kind: "ask",
      slot: "day",
      if: (slots) => orderOf(slots)?.purchasedOn === null,
      when: "the order tells no day",
      ask: () => ({ text: "returnAskDay" }),
      again: () => ({ text: "returnDayUnclear" }),
    },
    tooOld: {
      kind: "end",
      if: (slots) => isTooOld({ ...slots, day: purchaseDayOf(slots) }),
      when: "too long ago",
      end: (slots) => ({ outcome: "answered", say: { text: "returnTooOld", values: { days: daysFor(slots) } } }),
    },
    reason: {
      kind: "ask",
      slot: "reason",
      ask: () => ({
        text: "returnAskReason",
        buttons: [
          [
            { text: "reasonBroken", value: "broken" },
            { text: "reasonWrong", value: "wrong" },
            { text: "reasonDisliked", value: "disliked" },
          ],
        ],
      }),
      again: () => ({ text: "returnReasonUnclear" }),
    },
    photos: {
      kind: "ask",
      slot: "photos",
      ask: () => ({ text: "returnAskPhoto" }),
      again: () => ({ text: "photoMissing" }),
    },
    confirm: {
      kind: "ask",
      slot: "confirm",
      ask: summary,
      again: () => ({ text: "returnConfirmUnclear", buttons: CONFIRM_BUTTONS }),
    },
    confirmed: {
      kind: "end",
      end: (slots) => ({
        outcome: "answered",
        learned: {
          phone: typeof slots["phone"] === "string" ? slots["phone"] : null,
          comment: `Return: ${orderOf(slots)?.number ?? ""}`,
        },
      }),
    },
  },
};

/** The books may be late: who tells what is wrong with it, or shows it, has it. */
const isInHand = (slots: Slots): boolean =>
  slots["isInHand"] === true ||
  slots["reason"] === "broken" ||
  slots["reason"] === "wrong" ||
  photosOf(slots).length > 0;

/** "У меня на столе", "I received it": the words say that it has arrived. */
const ARRIVED =
  /(?<!\p{L})(?<!не )(?:у меня|на руках|получил\p{L}*|получен\p{L}*|забрал\p{L}*|при(?:шёл|шел|шла|шло|шли|ехал\p{L}*|везли|несли)|доставили|распаковал\p{L}*|не понравил\p{L}*|не подош\p{L}*|received|arrived|(?:i )?(?:have|got) (?:it|them)|picked (?:it|them) up|did ?n[o']?t like)(?!\p{L})/iu;

const UNDER_WAY: ReadonlySet<Order["status"]> = new Set(["new", "paid", "packing", "shipped"]);
const GONE: ReadonlySet<Order["status"]> = new Set(["cancelled", "returned"]);

const CONFIRM_BUTTONS = [
  [
    { text: "returnConfirmYes", value: true },
    { text: "returnConfirmNo", value: false },
  ],
];
const CHANGE_BUTTONS = [
  [
    { text: "returnChangeOrder", value: "order" },
    { text: "returnChangeReason", value: "reason" },
    { text: "returnChangePhotos", value: "photos" },
  ],
];

const changed = (also: Slots) => ({
  kind: "value" as const,
  value: undefined,
  also: { ...also, isChanging: undefined },
});
function away(): Ending {
  return { outcome: "handed_over", cause: "source_away" };
}

const purchaseDayOf = (slots: Slots): string => orderOf(slots)?.purchasedOn ?? dayOf(slots);
const daysFor = (slots: Slots): number =>
  daysAllowed(slots, orderOf(slots)?.items.map(({ category }) => category) ?? []);

const labelOf = ({ number, items }: Order): string =>
  [number, items.map(({ name, article }) => name ?? article).join(", ")]
    .filter((part) => part !== "")
    .join(" · ")
    .slice(0, 60);

function joined(before: readonly SentFile[], more: readonly SentFile[]): SentFile[] {
  const fresh = more.filter(({ id }) => !before.some((each) => each.id === id));
  return [...before, ...fresh].slice(0, MOST_PHOTOS);
}

function summary(slots: Slots) {
  const reason = String(slots["reason"]);
  const known = reason in REASON_TEXT ? reason : "other";
  return {
    text: "returnSummary",
    values: {
      number: orderOf(slots)?.number ?? String(slots["number"]),
      day: purchaseDayOf(slots),
      reason: known,
      words: reason,
      photos: photosOf(slots).length,
    },
    buttons: CONFIRM_BUTTONS,
  };
}
