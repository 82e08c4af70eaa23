import type { Change } from "../api/types.ts";

export type StreamState = { kind: "connecting" } | { kind: "live" } | { kind: "offline"; since: Date };

/** "resync" follows every reconnection: what happened meanwhile is unknown, so readers load afresh. */
export type StreamNews = Change | { type: "resync" };

export type ChangeStream = {
  subscribe: (listener: (news: StreamNews) => void) => () => void;
  /** In the form that `useSyncExternalStore` wants. */
  state: { subscribe: (listener: () => void) => () => void; get: () => StreamState };
};

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 8_000;

/** One connection per page, opened with the first listener and closed after the last. */
export function createChangeStream(url: string): ChangeStream {
  const listeners = new Set<(news: StreamNews) => void>();
  const stateListeners = new Set<() => void>();
  let state: StreamState = { kind: "connecting" };
  let source: EventSource | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let retryMs = FIRST_RETRY_MS;
  let wasLive = false;

  function setState(next: StreamState): void {
    state = next;
    for (const listener of stateListeners) listener();
  }

  function tell(news: StreamNews): void {
    for (const listener of listeners) listener(news);
  }

  function open(): void {
    source = new EventSource(url);
    source.addEventListener("open", () => {
      retryMs = FIRST_RETRY_MS;
      setState({ kind: "live" });
      if (wasLive) tell({ type: "resync" });
      wasLive = true;
    });
    source.addEventListener("change", (event: MessageEvent<string>) => {
      tell(JSON.parse(event.data) as Change); // safe: page and server are built and shipped together
    });
    // The browser's own retry gives up after an answer such as 502, so each try is made here.
    source.addEventListener("error", () => {
      source?.close();
      if (state.kind !== "offline") setState({ kind: "offline", since: new Date() });
      retry = setTimeout(open, retryMs);
      retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
    });
  }

  function close(): void {
    clearTimeout(retry);
    source?.close();
    source = null;
  }

  return {
    subscribe(listener) {
      if (listeners.size === 0) open();
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) close();
      };
    },
    state: {
      subscribe(listener) {
        stateListeners.add(listener);
        return () => stateListeners.delete(listener);
      },
      get: () => state,
    },
  };
}
