import type { Live } from "./live-context.ts";
import type { LiveChange } from "./open-stream.ts";
import type { StreamState } from "./share-stream.ts";

type LiveStore = Live & { setState: (state: StreamState) => void; publish: (change: LiveChange) => void };

/** Holds the stream's state and passes its changes on, outside of React's rendering. */
export function createLiveStore(): LiveStore {
  let state: StreamState = { kind: "catching_up" };
  const stateListeners = new Set<() => void>();
  const changeListeners = new Set<(change: LiveChange) => void>();

  return {
    state: () => state,
    onState(listener) {
      stateListeners.add(listener);
      return () => void stateListeners.delete(listener);
    },
    onChange(listener) {
      changeListeners.add(listener);
      return () => void changeListeners.delete(listener);
    },
    setState(next) {
      state = next;
      for (const listener of stateListeners) listener();
    },
    publish(change) {
      for (const listener of changeListeners) listener(change);
    },
  };
}
