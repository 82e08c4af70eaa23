/** The latest state of one object, waiting until an application fetches it. */
export type OfflineEvent = {
  id: number;
  clientId: string;
  /** What it is queued for: of the same application, event and object only the newest is kept. */
  key: string;
  event: string;
  /** The `auth_connector` of the binding that it was queued for; empty for none. */
  connector: string;
  data: unknown;
  /** Who caused it, as the portal writes it beside the data. */
  additional: unknown;
  messageId: string;
  at: string;
  /** The reader that has reserved it; empty for none. */
  processId: string;
  isError: boolean;
};

/** An address that gets events of the portal, without tokens. */
export type OutgoingWebhook = { id: number; url: string; events: string[]; applicationToken: string };

/** A place in the portal's pages where an application shows something. */
export type Placement = {
  id: number;
  clientId: string;
  placement: string;
  handler: string;
  title: string;
  description: string;
  groupName: string;
  userId: number;
  options: Record<string, unknown>;
  /** Titles by language, with the keys of `LANG_ALL`. */
  langAll: Record<string, { TITLE: string; DESCRIPTION: string; GROUP_NAME: string }>;
};

/** What an application keeps for everybody: `id` is its client_id. */
export type AppOptions = { id: string; values: Record<string, unknown> };

/** The ping of one offline binding: `id` is the binding's number. */
export type OfflinePing = { id: number; sentAt: number };

/** What applications keep on the portal, and the queue of offline events. Collections are maps by the record's `id`. */
export type PlatformState = {
  offlineEvents: Map<number, OfflineEvent>;
  offlinePings: Map<number, OfflinePing>;
  outgoingWebhooks: Map<number, OutgoingWebhook>;
  placements: Map<number, Placement>;
  appOptions: Map<string, AppOptions>;
};

export function emptyPlatform(): PlatformState {
  return {
    offlineEvents: new Map(),
    offlinePings: new Map(),
    outgoingWebhooks: new Map(),
    placements: new Map(),
    appOptions: new Map(),
  };
}
