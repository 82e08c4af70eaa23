import { DECIDED_SIGNAL, PRODUCT_RETURN } from "@botdeck/contracts/names";
import {
  type BotContext,
  defineBot,
  type Ended,
  findArticles,
  type Moves,
  type RankedIntent,
  type Said,
  services,
} from "@botdeck/dialog";

import { availabilityDialog } from "./availability/availability-dialog.ts";
import { afterDialog } from "./after-dialog.ts";
import { productWords } from "./availability/product-words.ts";
import { callOperator, orNone } from "./hand-over/call-operator.ts";
import { type StoreIntent, storeIntents } from "./intents.ts";
import { tellHours } from "./opening-hours.ts";
import { orderStatusDialog } from "./order-status/order-status-dialog.ts";
import { reasonIn } from "./product-return/reason.ts";
import { returnDialog } from "./product-return/return-dialog.ts";
import { purchaseDialog } from "./purchase/purchase-dialog.ts";
import { ratingDialog } from "./rating/rating-dialog.ts";
import { ENDED_STATUSES, storeRequests } from "./requests.ts";
import type { StoreServices } from "./services.ts";
import { StoreSettings } from "./settings.ts";
import { type StoreTextKey, storeTexts } from "./texts/index.ts";
import { menu, titles } from "./menu.ts";

export type StoreContext = BotContext<StoreSettings, StoreServices, StoreTextKey>;

/** The bot of a shop's open line: order status, availability, returns, a lead for who wants to buy, and a person for the rest. */
export const storeBot = defineBot({
  code: "store",
  kind: "client",
  name: { en: "Store assistant", ru: "Помощник магазина" },
  settings: StoreSettings,
  needs: services<StoreServices>(),
  texts: storeTexts,
  intents: storeIntents,
  dialogs: [orderStatusDialog, availabilityDialog, purchaseDialog, ratingDialog],
  requests: storeRequests,

  commands: {
    return: {
      title: { en: "Decide about a return", ru: "Решить о возврате" },
      params: { en: "number approve|decline", ru: "номер approve|decline" },
      handler: decideReturn,
    },
  },

  opening: (ctx) => ctx.t("opening"),
  // An open line opens with the client's first message, which is answered next: one message instead of two.
  welcome: (ctx) => (ctx.dialog.type === "open_line" ? [] : ctx.say(ctx.t("opening"), menu(ctx))),

  hint,

  on: {
    orderStatus: (ctx) => ctx.begin("orderStatus"),
    availability: (ctx) => ctx.begin("availability", sameProduct(ctx)),
    productReturn: startReturn,
    purchase: (ctx) => (isMoreToNote(ctx) ? note(ctx) : ctx.begin("purchase", { hasName: ctx.person.name !== "" })),
    returnPolicy: (ctx) => [ctx.answered(), ctx.say(ctx.t("returnPolicy", { days: ctx.settings.returnDays }))],
    workingHours: (ctx) => [ctx.answered(), tellHours(ctx)],
    greeting: (ctx) => ctx.say(ctx.t("menu"), menu(ctx)),
    aboutBot: (ctx) => ctx.say(ctx.t("about"), ctx.isBusy ? {} : menu(ctx)),
    thanks: (ctx) => [ctx.say(ctx.t("welcomeBack")), ...farewell(ctx)],
    goodbye: (ctx) => [ctx.say(ctx.t("goodbye")), ...farewell(ctx)],
    no: (ctx) => [ctx.say(ctx.t("goodbye")), ...farewell(ctx)],
    yes: (ctx) => ctx.say(ctx.t("menu"), menu(ctx)),
    back: (ctx) => ctx.say(ctx.t("menu"), menu(ctx)),
    cancel: (ctx) => [
      ctx.stopWorkflow("cancelled by the client"),
      ctx.finish(),
      ctx.say(ctx.t("cancelled"), menu(ctx)),
    ],
    operator: (ctx) => callOperator(ctx, { topic: topicOf(ctx, "operator"), cause: "operator_asked" }),
    deliveryInfo: (ctx) => callOperator(ctx, { topic: "other", cause: "delivery" }),
    paymentInfo: (ctx) => callOperator(ctx, { topic: "other", cause: "payment" }),
    warranty: (ctx) => callOperator(ctx, { topic: "other", cause: "warranty" }),
    complaint: (ctx) => callOperator(ctx, { topic: "other", cause: "complaint" }),
    job: (ctx) => callOperator(ctx, { topic: "other", cause: "job" }),
    otherRequest: (ctx) => callOperator(ctx, { topic: "other", cause: "other_request" }),
  },

  afterDialog,
  choose: (ctx) => [
    ctx.know({ guess: ctx.choices[0] }),
    ctx.say(ctx.t("choose"), { buttons: titles(ctx, ctx.choices as readonly StoreIntent[]) }),
  ],
  fallback,
});

function startReturn(ctx: StoreContext): Moves {
  const { returnDays, returnDaysByCategory, managerId, supervisorId } = ctx.settings;
  const photos = ctx.files.filter(({ problem }) => problem === null);
  const slots = {
    returnDays,
    returnDaysByCategory,
    ...(photos.length > 0 && { photos }),
  };
  return ctx.start(PRODUCT_RETURN, {
    dialogVersion: returnDialog.version,
    slots,
    said: ctx.said,
    greets: ctx.visit?.answers === 0,
    managerId,
    supervisorId,
  });
}

/** Somebody who thanks or leaves after an answer says that it was one; they may rate it once. */
function farewell(ctx: StoreContext): readonly Exclude<Moves, readonly unknown[]>[] {
  if (ctx.visit?.isAnswered !== true || ctx.isBusy) return [];
  const settled = ctx.settle("solved_confirmed", "said_so");
  return ctx.visit.isRated || ctx.known["askedRating"] === true
    ? [settled]
    : [settled, ctx.know({ askedRating: true }), ctx.begin("rating")];
}

/** What words mean that leave the examples in doubt: an order's number by itself, or something that the shop sells. */
async function hint({ text, understood }: Said, ctx: StoreContext): Promise<StoreIntent | null> {
  if (ctx.isBusy) return null;
  if (isBareNumber(text, understood.entities.orderNumbers)) return "orderStatus";
  const isLikely = (but: StoreIntent) =>
    understood.intents.some(({ intent, confidence }) => intent !== but && confidence >= ctx.settings.leanAt);
  // Who names an order and nothing else that is clear wants to know about it.
  if (understood.entities.orderNumbers.length > 0) {
    const isReturn = reasonIn(text) !== null || likelierOf(understood.intents, ABOUT_AN_ORDER) === "productReturn";
    const wish = isReturn ? "productReturn" : "orderStatus";
    return isLikely(wish) ? null : wish;
  }
  // More about what was just noted belongs to it.
  if (isMoreToNote(ctx) && !isLikely("purchase")) return "purchase";
  const mayBeOrder = understood.intents.some(
    ({ intent, confidence }, index) =>
      (intent === "orderStatus" && confidence >= ctx.settings.askAt) || (index === 0 && NEAR_ORDERS.has(intent)),
  );
  if (mayBeOrder && !isLikely("orderStatus") && (await hasOrderUnderWay(ctx))) return "orderStatus";
  // A few words more about the product that was just told of.
  const isMore = ctx.known["lastDialog"] === "availability" && text.split(/\s+/).length <= MOST_PIECE_WORDS;
  if (isMore && !isLikely("availability")) return "availability";
  if (isLikely("availability") || !(await namesProduct(ctx, text))) return null;
  return ORDERED.test(text) ? "orderStatus" : (likelierOf(understood.intents, ABOUT_PRODUCTS) ?? "availability");
}

/** Whoever says that they have ordered something asks about that order. */
const ORDERED = /(?<!\p{L})(?:заказ(?:ыв)?ал\p{L}*|(?:i|we)(?:'ve| have)? ordered|my order)(?!\p{L})/iu;

/** What somebody who names a product or an order may want. */
const ABOUT_PRODUCTS: readonly StoreIntent[] = ["availability", "productReturn", "orderStatus"];
const ABOUT_AN_ORDER: readonly StoreIntent[] = ["orderStatus", "productReturn"];
/** Below this confidence an intent tells nothing. */
const HINT_AT = 0.3;

/** The likeliest of some intents, when the words tell anything of them. */
function likelierOf(ranked: readonly RankedIntent[], of: readonly StoreIntent[]): StoreIntent | null {
  const best = ranked.find(({ intent }) => of.some((each) => each === intent));
  return best === undefined || best.confidence < HINT_AT ? null : (best.intent as StoreIntent); // safe: it is one of them
}

/** Words about deliveries and payments in general are often about one's own. */
const NEAR_ORDERS: ReadonlySet<string> = new Set(["deliveryInfo", "paymentInfo"]);

/** Who waits for an order probably asks about that one. */
async function hasOrderUnderWay({ services }: StoreContext): Promise<boolean> {
  const card = await orNone(services.clientCard());
  const orders = card?.ownPhone == null ? null : await orNone(services.orders.byPhone(card.ownPhone));
  return orders !== null && orders.some(({ status }) => !ENDED_STATUSES.has(status));
}

/** Words that are nothing but an order's number. */
function isBareNumber(text: string, found: readonly { start: number; end: number }[]): boolean {
  const [number] = found;
  if (number === undefined) return false;
  const rest = text.slice(0, number.start) + text.slice(number.end);
  return (rest.match(/\p{L}{3,}/gu) ?? []).every((word) => ABOUT_ORDERS.test(word));
}

const ABOUT_ORDERS = /^(?:order|orders|number|my|the|заказ\p{L}*|номер\p{L}*|мой|моего|моему|вот|это|по)$/iu;

/** What the words may be about, however unsure that is: the operator's queue is sorted by it. */
function topicOf(ctx: StoreContext, except: StoreIntent): string {
  const guess = ctx.said.understood.intents.find(
    ({ intent, confidence }) => intent !== except && intent !== "oos" && confidence >= GUESS_AT,
  );
  if (guess === undefined && ctx.said.understood.entities.orderNumbers.length > 0) return "order_status";
  const { guess: before } = ctx.known;
  const known = ctx.visit?.topic ?? (typeof before === "string" ? topicOfIntent(before) : null);
  const topic = guess === undefined ? known : topicOfIntent(guess.intent);
  return topic === null || topic === "smalltalk" ? (known ?? "other") : topic;
}

/** Below this an intent tells nothing about the topic. */
const GUESS_AT = 0.25;

const topicOfIntent = (intent: string): string =>
  intent in storeIntents ? storeIntents[intent as StoreIntent].topic : "other";

async function fallback(ctx: StoreContext): Promise<Moves> {
  const isSilent = ctx.text === "";
  if (ctx.said.files.length > 0) {
    return ctx.say(ctx.t("fileNoted"), { buttons: titles(ctx, ["productReturn", "operator"]) });
  }
  // More about what was just noted belongs to it.
  const letters = ctx.text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (letters >= FEWEST_LETTERS && isMoreToNote(ctx)) return note(ctx);
  if (isPiece(ctx)) return ctx.say(ctx.t("rephrase"), menu(ctx));
  if (letters < FEWEST_LETTERS && ctx.known["rephrased"] !== true) {
    return [ctx.know({ rephrased: true }), ctx.say(ctx.t(isSilent ? "nothingHeard" : "rephrase"), menu(ctx))];
  }
  return await callOperator(ctx, { topic: topicOf(ctx, "oos"), cause: "not_understood" });
}

const notesOf = ({ known }: StoreContext): number => Number(known["notes"] ?? 0);

/** True for words after a request was noted, as long as they may belong to it. */
const isMoreToNote = (ctx: StoreContext): boolean =>
  ctx.known["lastDialog"] === "purchase" && notesOf(ctx) < MOST_NOTES;

const note = (ctx: StoreContext): readonly Exclude<Moves, readonly unknown[]>[] => [
  ctx.know({ notes: notesOf(ctx) + 1 }),
  ctx.record({ comment: ctx.text.slice(0, MOST_NOTE) }),
  ctx.say(ctx.t("noted")),
];

/** Words that name no product are about the one before. */
function sameProduct({ text, known }: StoreContext): { words?: string } {
  const { lastDialog, words } = known;
  const isSame =
    lastDialog === "availability" && typeof words === "string" && text.split(/\s+/).length <= MOST_PIECE_WORDS;
  return isSame && findArticles(text).length === 0 ? { words: `${words} ${productWords(text) ?? ""}`.trim() } : {};
}

/** Somebody who only names what the shop sells wants to know about it. */
async function namesProduct(ctx: StoreContext, text: string): Promise<boolean> {
  const words = productWords(text);
  if (words === undefined || words.split(" ").length > MOST_PRODUCT_WORDS) return false;
  const found = await orNone(ctx.services.catalog.find(words, 1));
  return found !== null && found.length > 0;
}

/** More words tell a story in which a product is only mentioned. */
const MOST_PRODUCT_WORDS = 8;

const FEWEST_LETTERS = 3;
/** Who writes on after as many has something else at heart. */
const MOST_NOTES = 2;
const MOST_NOTE = 2_000;

/** Nobody has read the last answer within this, in milliseconds: the words are a piece of something longer. */
const PIECE_MS = 1_000;
const MOST_PIECE_WORDS = 3;

function isPiece({ visit, text }: StoreContext): boolean {
  if (visit === null || visit.beforeAt === null) return false;
  const isQuick = Date.parse(visit.lastAt) - Date.parse(visit.beforeAt) < PIECE_MS;
  return isQuick && text.split(/\s+/).length <= MOST_PIECE_WORDS;
}

const PARAMS = /^(\S+) (approve|decline)$/;

/** Buttons of the manager's card come as this command; whoever types it must be an employee, and the return of this portal. */
function decideReturn(ctx: StoreContext & { params: string }): Moves {
  const [, workflowId = "", word] = PARAMS.exec(ctx.params) ?? [];
  const isOurs = workflowId.startsWith(`${PRODUCT_RETURN}:`) && ctx.person.kind === "employee";
  if (!isOurs) return ctx.say(ctx.t("returnManagerGone"));
  const verdict = word === "approve" ? "approved" : "declined";
  return [
    ctx.signal(workflowId, DECIDED_SIGNAL, { verdict, by: ctx.person.id, reason: null }),
    ctx.say(ctx.t("returnManagerDone", { verdict })),
  ];
}

export type StoreEnded = StoreContext & Ended;
