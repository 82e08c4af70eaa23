import type { DatabaseHandle } from "@botdeck/db";

import { queryPath } from "./console-site.ts";

/** A page's question, and how it is asked the nth time. */
export type Page = { name: string; path: (nth: number) => string };

type Facts = {
  portals: string[];
  bots: { id: string; portalId: string }[];
  conversations: string[];
  /** Places in the list, from its beginning to its end. */
  cursors: { at: string; id: string }[];
};

const NAMES = ["Anna", "Мария Петров", "an", "Zoe W", "Gleb Orlova", "Xylophon"];
const INTENTS = ["orderStatus", "availability", "complaint"];
const QUEUES = ["queue", "bot", "operator", "closed"] as const;
const GROUPS = ["bot", "line", "intent", "topic", "version", "language", "portal"] as const;
const FIGURES = ["decided", "contained", "durable", "handed_over", "abandoned", "recontacted", "unsatisfied"] as const;
const DAY_MS = 86_400_000;

const at = <T>(values: readonly T[], nth: number): T => values[nth % values.length] as T; // safe: none of the lists is empty

/** What is known of a seeded database by which pages are asked for. */
export async function readFacts({ sql }: DatabaseHandle): Promise<Facts> {
  const [bots, conversations, cursors] = await Promise.all([
    sql<{ id: string; portalId: string }[]>`
      select bot.id, portal_id as "portalId" from bot join portal on portal.id = portal_id order by domain, code`,
    sql<{ id: string }[]>`select id from conversation tablesample system (0.1) limit 200`,
    sql<{ at: string; id: string }[]>`
      select last_message_at::text as at, id from conversation tablesample system (0.1) order by last_message_at desc limit 200`,
  ]);
  return {
    bots: [...bots],
    portals: [...new Set(bots.map(({ portalId }) => portalId))],
    conversations: conversations.map(({ id }) => id),
    cursors: [...cursors],
  };
}

/** The lists of conversations by every filter, and what a conversation is opened with. */
export function listPages({ portals, bots, conversations, cursors }: Facts): Page[] {
  const list = (change: object) =>
    queryPath("conversation.list", { queue: "all", portalId: null, order: "newest", ...change });
  return [
    { name: "list", path: () => list({}) },
    { name: "listOfQueue", path: (nth) => list({ queue: at(QUEUES, nth) }) },
    { name: "listOfPortal", path: (nth) => list({ portalId: at(portals, nth) }) },
    { name: "listOfQueueOfPortal", path: (nth) => list({ queue: at(QUEUES, nth), portalId: at(portals, nth) }) },
    { name: "listOfBot", path: (nth) => list({ botId: at(bots, nth).id }) },
    { name: "listOfLine", path: (nth) => list({ portalId: at(portals, nth), lineId: String(1 + (nth % 3)) }) },
    { name: "listOfTopic", path: (nth) => list({ topic: at(["return", "complaint", "job"], nth) }) },
    { name: "listOfTopicOfPortal", path: (nth) => list({ topic: "complaint", portalId: at(portals, nth) }) },
    { name: "listWaiting", path: () => list({ queue: "queue", order: "waiting" }) },
    {
      name: "listLate",
      path: (nth) => list({ queue: "queue", isLate: true, portalId: nth % 2 === 0 ? null : at(portals, nth) }),
    },
    { name: "listMine", path: (nth) => list({ queue: nth % 2 === 0 ? "operator" : "all", isMine: true }) },
    { name: "listSearched", path: (nth) => list({ person: at(NAMES, nth) }) },
    { name: "listSearchedOfPortal", path: (nth) => list({ person: at(NAMES, nth), portalId: at(portals, nth) }) },
    { name: "listDeep", path: (nth) => list({ cursor: at(cursors, nth * 7) }) },
    {
      name: "listDeepOfQueue",
      path: (nth) => list({ queue: at(["bot", "closed"], nth), cursor: at(cursors, nth * 7) }),
    },
    { name: "listDeepOfPortal", path: (nth) => list({ portalId: at(portals, nth), cursor: at(cursors, nth * 7) }) },
    { name: "choices", path: () => "/trpc/conversation.choices" },
    { name: "counts", path: () => queryPath("conversation.counts", { portalId: null }) },
    { name: "countsOfPortal", path: (nth) => queryPath("conversation.counts", { portalId: at(portals, nth) }) },
    { name: "details", path: (nth) => queryPath("conversation.details", { id: at(conversations, nth) }) },
    { name: "messages", path: (nth) => queryPath("conversation.messages", { conversationId: at(conversations, nth) }) },
  ];
}

/** The questions of the page of figures, for a week to a year. */
export function qualityPages({ portals, bots }: Facts): Page[] {
  const asked = (nth: number, days: number, change: object = {}) => {
    const filters = [
      {},
      { portalId: at(portals, nth) },
      { botId: at(bots, nth).id },
      { intent: at(INTENTS, nth) },
      { language: "en" },
    ];
    const to = new Date();
    const period = { from: dayOf(new Date(to.getTime() - (days - 1) * DAY_MS)), to: dayOf(to) };
    return { filter: at<object>(filters, nth), period, ...change };
  };
  const lengths = [7, 28, 90, 365];
  return lengths.flatMap((days) => [
    { name: `figures${days}`, path: (nth: number) => queryPath("quality.figures", asked(nth, days)) },
    { name: `series${days}`, path: (nth: number) => queryPath("quality.series", asked(nth, days)) },
    {
      name: `groups${days}`,
      path: (nth: number) => queryPath("quality.groups", asked(nth, days, { by: at(GROUPS, nth) })),
    },
    {
      name: `reasons${days}`,
      path: (nth: number) => queryPath("quality.groups", asked(nth, days, { by: "cause", kind: "handed_over" })),
    },
    { name: `steps${days}`, path: (nth: number) => queryPath("quality.groups", asked(nth, days, { by: "step" })) },
    { name: `choices${days}`, path: (nth: number) => queryPath("quality.choices", asked(nth, days)) },
    {
      name: `visits${days}`,
      path: (nth: number) => queryPath("quality.visits", asked(nth, days, { figure: at(FIGURES, nth) })),
    },
  ]);
}

const dayOf = (date: Date) => date.toISOString().slice(0, 10);
