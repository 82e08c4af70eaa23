import { createContext, use, useEffect, useEffectEvent, useSyncExternalStore } from "react";

import type { LiveChange, LiveTopic } from "./open-stream.ts";
import type { StreamState } from "./share-stream.ts";

export type Live = {
  state: () => StreamState;
  onState: (listener: () => void) => () => void;
  onChange: (listener: (change: LiveChange) => void) => () => void;
};

export const LiveContext = createContext<Live | null>(null);

/** How fresh the screen is. */
export function useStreamState(): StreamState {
  const live = useLive();
  return useSyncExternalStore(live.onState, live.state);
}

/** Calls back with every change while the component is shown. */
export function useLiveChange(callback: (change: LiveChange) => void): void {
  const live = useLive();
  const onChange = useEffectEvent(callback);
  useEffect(() => live.onChange((change) => onChange(change)), [live]);
}

/** Calls back when something of the topic may have changed, also after a lost connection. */
export function useLiveTopic(topic: LiveTopic, callback: () => void): void {
  useLiveChange((change) => {
    if (change.kind === "ready" || (change.kind === "stale" && change.topics.includes(topic))) callback();
  });
}

function useLive(): Live {
  const live = use(LiveContext);
  if (live === null) throw new TypeError("a live hook needs a LiveProvider around it");
  return live;
}
