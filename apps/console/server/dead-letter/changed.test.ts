import { newId } from "@botdeck/core/ids";
import { outboxEffect } from "@botdeck/db";
import { createTRPCClient, httpSubscriptionLink } from "@trpc/client";
import { EventSource } from "eventsource";
import { expect, onTestFinished, test, vi } from "vitest";

import type { AppRouter } from "../root.ts";
import { addBot } from "../test-conversations.ts";
import { setupConsole } from "../test-console.ts";

/** Far more than it takes, for a busy machine. */
const PATIENCE = { timeout: 15_000 };

test("who looks at the desk is told when a letter was set aside by somebody else", async () => {
  const { app, cookieOf, database, mutate } = await setupConsole();
  const ids = await addBot(database.db);
  const id = newId();
  const body = { kind: "chat.send", dialogId: "chat1", text: "hello" } as const;
  const letter = { id, key: id, lane: id, kind: body.kind, body, policy: "ask", status: "dead" } as const;
  await database.db.insert(outboxEffect).values({ ...ids, ...letter, settledAt: new Date() });
  const cookie = await cookieOf("lead");
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
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
  let beats = 0;
  const subscription = client.deadLetter.changed.subscribe(undefined, { onData: () => void (beats += 1) });
  onTestFinished(() => subscription.unsubscribe());
  await vi.waitFor(() => expect(beats).toBe(1), PATIENCE);

  await mutate("deadLetter.discard", { ids: [id], reason: "told by phone" }, await cookieOf("admin"));

  await vi.waitFor(() => expect(beats).toBe(2), PATIENCE);
});
