import type { DeskTopic } from "@botdeck/db";
import type { inferRouterOutputs } from "@trpc/server";

import type { AppRouter } from "../../server/root.ts";
import { type Api, failureOf } from "../trpc.ts";
import type { StreamHandlers } from "./share-stream.ts";

export type Conversation = inferRouterOutputs<AppRouter>["conversation"]["byId"];
export type LiveTopic = DeskTopic;
export type LiveChange =
  | { kind: "changed"; conversation: Conversation }
  | { kind: "ready"; isWhole: boolean }
  | { kind: "stale"; topics: readonly LiveTopic[] };

/** A pause shorter than this is a reconnect, not an outage. */
const GRACE_MS = 5_000;
const RETRY_MS = { first: 1_000, most: 30_000 };

type Options = {
  client: Api["client"];
  lastEventId: string | null;
  handlers: StreamHandlers<LiveChange>;
  /** The session ended: nothing more will come. */
  onSignedOut: () => void;
};

/** Follows the server's changes and comes back after every loss, until closed. */
export function openStream({ client, lastEventId, handlers, onSignedOut }: Options): () => void {
  let latestId = lastEventId;
  let failures = 0;
  let lostAtMs: number | null = null;
  let graceTimer: ReturnType<typeof setTimeout> | undefined;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;
  let subscription = subscribe();

  function subscribe() {
    return client.conversation.changed.subscribe(
      { lastEventId: latestId },
      {
        onConnectionStateChange({ state }) {
          if (state === "connecting") noteLoss();
        },
        onData({ id, data }) {
          latestId = id;
          failures = 0;
          if (data.kind === "ready") noteRecovery();
          handlers.onEvent({ id, change: data });
        },
        onError(error) {
          if (failureOf(error).code === "UNAUTHORIZED") onSignedOut();
          else subscribeLater();
        },
        onComplete: subscribeLater,
      },
    );
  }

  function subscribeLater(): void {
    if (isClosed) return;
    noteLoss();
    const delayMs = Math.min(RETRY_MS.first * 2 ** failures, RETRY_MS.most);
    failures += 1;
    retryTimer = setTimeout(() => (subscription = subscribe()), delayMs);
  }

  function noteLoss(): void {
    if (lostAtMs !== null) return;
    const sinceMs = Date.now();
    lostAtMs = sinceMs;
    handlers.onState({ kind: "catching_up" });
    graceTimer = setTimeout(() => handlers.onState({ kind: "offline", sinceMs }), GRACE_MS);
  }

  function noteRecovery(): void {
    lostAtMs = null;
    clearTimeout(graceTimer);
    handlers.onState({ kind: "live" });
  }

  return () => {
    isClosed = true;
    clearTimeout(graceTimer);
    clearTimeout(retryTimer);
    subscription.unsubscribe();
  };
}
