/** Who stands in the queue of a line: a person, or all of a department. */
export type QueueEntry = { type: "user" | "department"; id: number };

/** An open line: what the portal calls a configuration. */
export type OpenLine = {
  id: number;
  name: string;
  isActive: boolean;
  /** In the order of the queue; null for everybody who is an operator. */
  queue: QueueEntry[] | null;
  /** Other parameters of `imopenlines.config.add`, as they were given; what is missing has its usual value. */
  settings: Record<string, unknown>;
  /** Thirty-two characters by which other portals find the line. */
  networkCode: string;
  createdAt: string;
  modifiedAt: string;
  modifiedBy: number;
};

/** A channel of an application's own; `id` is its name, such as `myconnector`. */
export type Connector = {
  id: string;
  clientId: string;
  name: string;
  icon: Record<string, unknown>;
  iconDisabled: Record<string, unknown>;
  placementHandler: string;
  /** True when one dialog belongs to a chat outside, false when it belongs to one user of it. */
  isGroup: boolean;
  /** `NEED_SIGNATURE` and the like. */
  switches: Record<string, boolean>;
};

/** A connector on a line: `id` is `connector|line`. */
export type Channel = {
  id: string;
  connectorId: string;
  lineId: number;
  isActive: boolean;
  /** What `imconnector.connector.data.set` was given; null until then. */
  data: Record<string, string> | null;
};

/** A client who came through a connector: `id` is `connector|user outside`. */
type ConnectorClient = { id: string; personId: number };

type QuickAnswer = { id: number; lineId: number; text: string; authorId: number };

/** A line of another portal that was joined: `id` is its code. */
type NetworkLine = { id: string; personId: number };

/** When a person last got a message of a joined line: `id` is `code|person`. */
type NetworkMessage = { id: string; at: string };

export type OpenLineState = {
  openLines: Map<number, OpenLine>;
  connectors: Map<string, Connector>;
  channels: Map<string, Channel>;
  connectorClients: Map<string, ConnectorClient>;
  quickAnswers: Map<number, QuickAnswer>;
  networkLines: Map<string, NetworkLine>;
  networkMessages: Map<string, NetworkMessage>;
};

export function emptyOpenLine(): OpenLineState {
  return {
    openLines: new Map(),
    connectors: new Map(),
    channels: new Map(),
    connectorClients: new Map(),
    quickAnswers: new Map(),
    networkLines: new Map(),
    networkMessages: new Map(),
  };
}
