import type { MessageFile } from "./types.ts";

export type Stage = {
  id: string;
  name: string;
  color: string | null;
  /** S won, F lost; null in work. */
  semantics: string | null;
};

export type BoardCard = {
  /** `deal-4`: the card's name in the URL. */
  key: string;
  id: number;
  entityTypeId: number;
  title: string;
  stageId: string | null;
  opportunity: number | null;
  currencyId: string | null;
  assignedById: string;
  client: string;
  updatedTime: string;
};

export type Board = { categories: { id: number; name: string }[]; stages: Stage[]; cards: BoardCard[] };

export type Client = {
  key: string;
  title: string;
  company: string;
  phones: string[];
  emails: string[];
  assignedById: string;
};
export type Clients = { contacts: Client[]; companies: Client[] };

export type TimelineEntry = { id: string; at: string; text: string } & (
  | { type: "stage" }
  | { type: "comment"; authorId: string }
  | {
      type: "activity";
      authorId: string;
      typeId: number;
      providerId: string | null;
      subject: string;
      isCompleted: boolean;
      deadline: string | null;
    }
);

export type CrmKind = "lead" | "deal" | "contact" | "company";

export type CrmCard = {
  key: string;
  id: number;
  entityTypeId: number;
  kind: CrmKind;
  title: string;
  stageId: string | null;
  stages: Stage[];
  opportunity: number | null;
  currencyId: string | null;
  assignedById: string;
  createdTime: string;
  updatedTime: string;
  sourceId: string | null;
  comments: string | null;
  origin: string;
  /** Phones, mail addresses, sites. */
  fields: { typeId: string; valueType: string; value: string }[];
  userFields: { name: string; value: string }[];
  related: { key: string; title: string }[];
  chats: { dialogId: string; title: string }[];
  products: { id: number; productName: string; price: number; quantity: number }[];
  timeline: TimelineEntry[];
};

export type TaskRow = {
  id: string;
  title: string;
  description: string | null;
  responsibleId: string;
  createdBy: string;
  xmlId: string | null;
  deadline: string | null;
  createdAt: string;
  closedAt: string | null;
  status: string | number;
  /** 0 low, 1 normal, 2 high. */
  priority: string;
  tags: string[];
  crmLinks: string[];
  checklist: { total: number; complete: number };
  comments: number;
};

export type TaskCard = TaskRow & {
  accompliceIds: string[];
  auditorIds: string[];
  files: MessageFile[];
  dialogId: string | null;
  checklistItems: { id: number; title: string; isComplete: boolean; isHeading: boolean }[];
  results: { id: number; text: string; authorId: string; at: string }[];
  said: { id: number; authorId: string; text: string; at: string }[];
  history: { id: number; personId: string; at: string; field: string; from: string | null; to: string | null }[];
};

export type CalendarEntry = {
  key: string;
  id: string;
  name: string;
  description: string;
  location: string;
  from: string;
  to: string;
  isAllDay: boolean;
  isRepeated: boolean;
  accessibility: "busy" | "quest" | "free" | "absent";
  color: string;
  type: "user" | "group" | "company_calendar";
  ownerId: string;
  attendees: { personId: string; status: string }[];
};

export type BotEntry = {
  id: string;
  name: string;
  color: string | undefined;
  code: string;
  type: string;
  api: "v1" | "v2";
  eventMode: "webhook" | "fetch";
  /** Where its events go; null when it fetches them. */
  address: string | null;
  /** The application it belongs to; null for one of a webhook. */
  owner: string | null;
  commands: { id: number; name: string; title: Record<string, string>; isCommon: boolean; isHidden: boolean }[];
  queued: number;
  queuedEvents: { id: number; event: string; date: string }[];
};

export type Platform = {
  apps: {
    clientId: string;
    name: string;
    handlerUrl: string;
    scopes: string[];
    events: string[];
    offlineEvents: number;
  }[];
  bots: BotEntry[];
  webhooks: { code: string; url: string; userId: string; scopes: string[] }[];
  outgoing: { id: number; url: string; events: string[] }[];
};

export type LogLine = { seq: number; at: string; status: number | null; error: string | null } & (
  | {
      kind: "call";
      method: string;
      params: unknown;
      auth: "webhook" | "oauth" | "none";
      result: unknown;
      inBatch?: true;
      isDropped?: true;
    }
  | { kind: "event"; event: string; handler: string; durationMs: number; data: unknown }
);
