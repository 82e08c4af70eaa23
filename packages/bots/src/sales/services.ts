import type { Sum } from "../crm-answers/format-amount.ts";

/** An open deal of the person who asks. `url` is its card on the portal; null where the portal's address is not known. */
export type OpenDeal = {
  id: string;
  title: string;
  stage: string;
  amount: number;
  currency: string;
  url: string | null;
};

/** A page of somebody's open deals, and what all of them come to. */
export type DealPage = {
  deals: readonly OpenDeal[];
  /** From 1; the last one there is when a later one was asked for. */
  page: number;
  pages: number;
  total: number;
  /** One for each currency, the largest first. */
  sums: readonly Sum[];
  /** So many of the deals are in the sums, where there are too many to read at once; null when all are. */
  summed: number | null;
};

export type ClientKind = "contact" | "company";

/** A contact or company that the person may see. */
export type SalesClient = {
  kind: ClientKind;
  id: string;
  name: string;
  /** In E.164 where they can be read, else as they were written. */
  phones: readonly string[];
  /** The latest first. */
  activities: readonly { title: string; at: string | null }[];
  url: string | null;
};

/** `deadlineAt` is ISO 8601. `mayMove`: whether the person may put it off. */
export type SalesTask = { id: string; title: string; deadlineAt: string; mayMove: boolean; url: string | null };

/** The oldest first. `isMore`: there are others of one kind, which are not listed. */
export type TasksDue = { overdue: readonly SalesTask[]; today: readonly SalesTask[]; isMore: boolean };

/** How the portal can call: by itself (the person's phone rings first), through another telephony's app, or not at all. */
export type CallWay = "callback" | "external" | "button";

/** What the sales assistant asks the portal, with the rights of the person who writes. */
export type SalesServices = {
  openDeals(page: number, size: number): Promise<DealPage>;
  /** Whom words or a phone may mean equally well. `isMore`: there are others, which are not listed. */
  findClients(words: string): Promise<{ clients: readonly SalesClient[]; isMore: boolean }>;
  /** Null when it is gone, or the person may not see it. */
  readClient(kind: ClientKind, id: string): Promise<SalesClient | null>;
  /** What is overdue now, and due in the rest of the day. @param now ISO 8601. */
  tasksDue(when: { now: string; timeZone: string }): Promise<TasksDue>;
  callWay(): Promise<CallWay>;
  /** True where all that is read is read with the rights of whoever made the portal's webhook. */
  hasOwnerRights(): Promise<boolean>;
};
