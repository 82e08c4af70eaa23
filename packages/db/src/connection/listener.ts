import { databaseAway } from "./database-away.ts";
import { openListenSession, type ListenSession, type OpenListenSession } from "./listen-session.ts";

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;

type Subscription = {
  channel: string;
  onNotice: (payload: string) => void;
  onReady: () => void;
  /** The session that listens for it; null until the first does. */
  session: ListenSession | null;
  /** Settles the promise of `listen`. */
  settle: (error: unknown) => void;
};

export type Listener = ReturnType<typeof createListener>;

/**
 * Listens on one connection of its own, and again on another when that one is lost, closed or mute.
 *
 * postgres.js has a `listen` too, but it never asks whether its connection still lives.
 */
export function createListener(options: OpenListenSession) {
  const subscriptions = new Set<Subscription>();
  let current: ListenSession | null = null;
  let isRunning = false;
  let isClosed = false;

  async function run(): Promise<void> {
    isRunning = true;
    let failures = 0;
    while (!isClosed && subscriptions.size > 0) {
      const session = openListenSession(options, hear);
      current = session;
      try {
        await session.listenTo(new Set([...subscriptions].map(({ channel }) => channel)));
        failures = 0;
        for (const subscription of subscriptions) ready(subscription, session);
        await session.lost;
      } catch (error) {
        for (const subscription of subscriptions) if (subscription.session === null) refuse(subscription, error);
      }
      leave(session);
      if (!isClosed && subscriptions.size > 0) await pause(failures++);
    }
    isRunning = false;
  }

  function hear(channel: string, payload: string): void {
    for (const subscription of subscriptions) if (subscription.channel === channel) subscription.onNotice(payload);
  }

  function ready(subscription: Subscription, session: ListenSession): void {
    if (subscription.session === session) return;
    subscription.session = session;
    subscription.settle(null);
    subscription.onReady();
  }

  function refuse(subscription: Subscription, error: unknown): void {
    subscriptions.delete(subscription);
    subscription.settle(error);
  }

  function leave(session: ListenSession | null): void {
    if (session === current) current = null;
    session?.discard();
  }

  async function join(subscription: Subscription, session: ListenSession): Promise<void> {
    try {
      await session.listenTo(new Set([subscription.channel]));
      ready(subscription, session);
    } catch (error) {
      if (subscription.session === null) refuse(subscription, error);
    }
  }

  return {
    /**
     * @param onReady Called when the listening begins, and begins again after a loss.
     * @throws What the database throws when the first try fails, or when the listener is closed before it.
     */
    async listen(
      channel: string,
      onNotice: (payload: string) => void,
      onReady: () => void = () => {},
    ): Promise<{ unlisten(): Promise<void> }> {
      if (isClosed) throw closed();
      const subscription: Subscription = { channel, onNotice, onReady, session: null, settle: () => {} };
      const listening = new Promise<void>((resolve, reject) => {
        subscription.settle = (error) => (error === null ? resolve() : reject(error as Error));
      });
      subscriptions.add(subscription);
      if (!isRunning) void run();
      else if (current !== null) void join(subscription, current);
      await listening;
      return {
        // What the session still hears on the channel finds nobody here.
        async unlisten() {
          subscriptions.delete(subscription);
          if (subscriptions.size === 0) leave(current);
        },
      };
    },

    close(): void {
      isClosed = true;
      leave(current);
      // Between two tries to connect nobody else would tell those who wait for the first.
      for (const subscription of subscriptions) if (subscription.session === null) refuse(subscription, closed());
    },
  };
}

const closed = () => databaseAway("The connection to Postgres is closed, so nothing is listened to");

/** Grows with the failures, and is spread so that several processes do not come back in the same instant. */
function pause(failures: number): Promise<void> {
  const longest = Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS);
  return new Promise((resolve) => void setTimeout(resolve, longest * (0.5 + Math.random() / 2)));
}
