import { sql } from "drizzle-orm";

import type { Database, DatabaseHandle } from "./client.ts";

/**
 * What the parts tell each other over NOTIFY. Ids only (the limit is 8,000 bytes, a message may be longer), and only as a
 * wake-up: whoever listens reads the tables, and reads them again after a lost connection.
 */
type Channels = {
  /** New inbox events wait. */
  botdeck_inbox: null;
  /** New effects wait. */
  botdeck_outbox: null;
  /** These conversations changed. */
  botdeck_live: string[];
  /** Dead letters came, were replayed or set aside: whoever counts them counts again. */
  botdeck_letters: null;
  /** Something of these topics changed, such as workflows or jobs: pages of the console that show it read it again. */
  botdeck_desk: DeskTopic[];
  /** A portal, a bot or a hook changed: whoever knows them by heart reads them again. */
  botdeck_portals: null;
};
type Channel = keyof Channels;

/** What pages of the console follow beside conversations. */
export const DESK_TOPIC = [
  "letters",
  "deliveries",
  "workflows",
  "alerts",
  "training",
  "jobs",
  "portals",
  "access",
  "figures",
] as const;
export type DeskTopic = (typeof DESK_TOPIC)[number];

const IDS_PER_NOTICE = 150;

/** Tells the listeners of a channel. Call it after the commit: a NOTIFY inside takes a global lock at commit. */
export async function announce<C extends Channel>(db: Database, channel: C, payload: Channels[C]): Promise<void> {
  if (payload === null) {
    await db.execute(sql`select pg_notify(${channel}, '')`);
    return;
  }
  for (let start = 0; start < payload.length; start += IDS_PER_NOTICE) {
    const part = JSON.stringify(payload.slice(start, start + IDS_PER_NOTICE));
    await db.execute(sql`select pg_notify(${channel}, ${part})`);
  }
}

/**
 * Listens on a connection of its own, which is opened again when it is lost or no longer answers.
 *
 * @param onReady Called at the start and after each reconnect: notices may have been missed, so read the tables.
 * @returns Stops listening.
 */
export async function listen<C extends Channel>(
  handle: DatabaseHandle,
  channel: C,
  onNotice: (payload: Channels[C]) => void,
  onReady: () => void = () => {},
): Promise<() => Promise<void>> {
  const subscription = await handle.sql.listen(
    channel,
    (text) => onNotice((text === "" ? null : JSON.parse(text)) as Channels[C]), // safe: only `announce` and `keepEvents` write here
    onReady,
  );
  return () => subscription.unlisten();
}
