import { announce, conversation, type DatabaseHandle } from "@botdeck/db";
import { createTRPCClient, httpSubscriptionLink } from "@trpc/client";
import { EventSource } from "eventsource";
import { eq } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";

import { followChanges } from "./conversation/follow-changes.ts";
import { createLiveHub } from "./live.ts";
import type { AppRouter } from "./root.ts";
import { setupConsole } from "./test-console.ts";
import { addBot, addConversation } from "./test-conversations.ts";

test("a change reaches a subscriber over SSE", async () => {
  const { database, follow } = await setup();
  const row = await addConversation(database.db, await addBot(database.db));
  const { seen, isReady } = follow(null);
  await isReady();

  await say(database, row.id, "hello");

  await expect.poll(() => seen).toEqual([`${row.id} hello`]);
});

test("a subscriber that was away gets what it missed", async () => {
  const { database, follow } = await setup();
  const row = await addConversation(database.db, await addBot(database.db));
  const first = follow(null);
  await first.isReady();
  await say(database, row.id, "seen");
  await expect.poll(() => first.seen).toEqual([`${row.id} seen`]);
  first.leave();

  await say(database, row.id, "missed");
  const again = follow(first.lastEventId());

  await expect.poll(() => again.seen).toContain(`${row.id} missed`);
  expect(again.seen).not.toContain(`${row.id} seen`);
});

test("what happened while the connection to Postgres was cut arrives after it is back", async () => {
  const { database, follow } = await setup();
  const row = await addConversation(database.db, await addBot(database.db));
  const { seen, isReady } = follow(null);
  await isReady();

  // No notice is sent: only the catch-up after the reconnect can find this.
  await say(database, row.id, "unheard", { isAnnounced: false });
  await database.sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query ilike 'listen%'`;

  await expect.poll(() => seen).toContain(`${row.id} unheard`);
});

test("who follows is told of which topics something changed, dead letters set aside by somebody else among them", async () => {
  const { database, follow } = await setup();
  const { seen, isReady } = follow(null);
  await isReady();

  await announce(database.db, "botdeck_desk", ["workflows", "jobs"]);
  await expect.poll(() => seen).toEqual(["workflows,jobs"]);
  await announce(database.db, "botdeck_letters", null);

  await expect.poll(() => seen).toEqual(["workflows,jobs", "letters"]);
});

test("nothing is handed out once the session has ended", async () => {
  const { database } = await setupConsole();
  await addConversation(database.db, await addBot(database.db));
  const live = await createLiveHub({ database, onError: () => {} });
  onTestFinished(() => live.close());
  const isAllowed = () => Promise.resolve(false);
  const changes = followChanges({ db: database.db, live, since: new Date(0), signal: undefined, isAllowed });
  expect(await changes.next()).toEqual({ done: true, value: undefined });
});

async function say(database: DatabaseHandle, id: string, text: string, { isAnnounced = true } = {}) {
  const now = new Date();
  const changes = { lastMessageText: text, lastMessageAt: now, updatedAt: now };
  await database.db.update(conversation).set(changes).where(eq(conversation.id, id));
  if (isAnnounced) await announce(database.db, "botdeck_live", [id]);
}

async function setup() {
  const { app, database, cookieOf } = await setupConsole();
  const cookie = await cookieOf("operator");
  const url = await app.listen({ port: 0, host: "127.0.0.1" });

  /** Subscribes as a browser does; `seen` is what arrived. */
  function follow(lastEventId: string | null) {
    const seen: string[] = [];
    let latestId = lastEventId;
    const ready = Promise.withResolvers<void>();
    const client = createTRPCClient<AppRouter>({
      links: [
        httpSubscriptionLink({
          url: `${url}/trpc`,
          EventSource,
          eventSourceOptions: {
            fetch: (address, init) => fetch(address, { ...init, headers: { ...init.headers, cookie } }),
          },
        }),
      ],
    });
    const subscription = client.conversation.changed.subscribe(
      { lastEventId },
      {
        onData({ id, data }) {
          latestId = id;
          if (data.kind === "ready") ready.resolve();
          else if (data.kind === "stale") seen.push(data.topics.join());
          else seen.push(`${data.conversation.id} ${data.conversation.lastMessageText}`);
        },
      },
    );
    const leave = () => subscription.unsubscribe();
    onTestFinished(leave);
    return { seen, leave, isReady: () => ready.promise, lastEventId: () => latestId };
  }
  return { database, follow };
}
