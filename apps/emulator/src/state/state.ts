import { randomBytes } from "node:crypto";

import { emptyCatalog, type CatalogState } from "./catalog.ts";
import { emptyCrm, type CrmState } from "./crm.ts";
import { emptyDisk, type DiskState } from "./disk.ts";
import { emptyMessenger, type MessengerState } from "./messenger.ts";
import type * as model from "./model.ts";
import { emptyOpenLine, type OpenLineState } from "./open-line.ts";
import { emptyPeople, type PeopleState } from "./people.ts";
import { emptyPlatform, type PlatformState } from "./platform.ts";
import { withDefaults } from "./record-defaults.ts";
import { emptyShopOrders, type ShopOrdersState } from "./shop-orders.ts";
import { emptyTelephony, type TelephonyState } from "./telephony.ts";
import { emptyWork, type WorkState } from "./work.ts";

/** Everything the portal knows. Records are kept by their `id`, so the whole can be written as JSON lists. */
export type State = {
  memberId: string;
  lineName: string;
  counters: Record<string, number>;
} & Collections &
  CrmState &
  WorkState &
  MessengerState &
  OpenLineState &
  PeopleState &
  DiskState &
  CatalogState &
  PlatformState &
  TelephonyState &
  ShopOrdersState;

type Collections = {
  people: Map<number, model.Person>;
  bots: Map<number, model.Bot>;
  commands: Map<number, model.Command>;
  chats: Map<number, model.Chat>;
  sessions: Map<number, model.Session>;
  messages: Map<number, model.Message>;
  files: Map<number, model.StoredFile>;
  downloadLinks: Map<string, model.DownloadLink>;
  tasks: Map<number, model.Task>;
  apps: Map<string, model.App>;
  webhooks: Map<string, model.Webhook>;
  authorizationCodes: Map<string, model.CodeGrant>;
  accessTokens: Map<string, model.Grant>;
  refreshTokens: Map<string, model.Grant>;
  queuedEvents: Map<number, model.QueuedEvent>;
  eventBindings: Map<number, model.EventBinding>;
};

/** An empty portal with a member_id of its own. */
export function createState(): State {
  return {
    memberId: randomBytes(16).toString("hex"),
    lineName: "Demo line",
    counters: {},
    people: new Map(),
    bots: new Map(),
    commands: new Map(),
    chats: new Map(),
    sessions: new Map(),
    messages: new Map(),
    files: new Map(),
    downloadLinks: new Map(),
    tasks: new Map(),
    apps: new Map(),
    webhooks: new Map(),
    authorizationCodes: new Map(),
    accessTokens: new Map(),
    refreshTokens: new Map(),
    queuedEvents: new Map(),
    eventBindings: new Map(),
    ...emptyCrm(),
    ...emptyWork(),
    ...emptyMessenger(),
    ...emptyOpenLine(),
    ...emptyPeople(),
    ...emptyDisk(),
    ...emptyCatalog(),
    ...emptyPlatform(),
    ...emptyTelephony(),
    ...emptyShopOrders(),
  };
}

/** The next number of a series, starting at 1; never given twice, also after records were deleted. */
export function nextId(state: State, series: string): number {
  const id = (state.counters[series] ?? 0) + 1;
  state.counters[series] = id;
  return id;
}

export function serializeState(state: State): string {
  return JSON.stringify(state, (_key, value: unknown) => (value instanceof Map ? [...value.values()] : value));
}

/** The state that `serializeState` wrote. A collection that an older file does not know starts empty. */
export function parseState(text: string): State {
  // safe: only this module writes these files, and collections are rebuilt key by key below.
  const stored = JSON.parse(text) as Record<string, unknown>;
  const empty = createState();
  const entries = Object.entries(empty).map(([key, initial]): [string, unknown] => {
    const value = stored[key];
    if (!(initial instanceof Map)) return [key, value ?? initial];
    // safe: every collection was written as the list of its records.
    const records = (value ?? []) as { id: number | string }[];
    return [key, new Map(records.map((record) => [record.id, withDefaults(key, record)]))];
  });
  // safe: the keys are those of an empty state, each with a value of its own kind.
  return Object.fromEntries(entries) as unknown as State;
}
