import type { State } from "../state/state.ts";
import { chatsNamedBy } from "./chats-named-by.ts";

/** How many requests came to `/rest`. A batch is one request, whatever it holds. */
export type TrafficCount = {
  requests: number;
  /** By chat (`chat12`), as far as a request names one; of a batch that names several, each has its part. */
  byDialog: Record<string, number>;
};

export type Traffic = {
  count(method: string, params: unknown): void;
  /** Since the emulator was started. */
  read(): TrafficCount;
};

export function createTraffic(state: State): Traffic {
  let requests = 0;
  const byChat = new Map<number, number>();
  return {
    count(method, params) {
      requests += 1;
      const chats = chatsNamedBy(state, method, params);
      for (const id of chats) byChat.set(id, (byChat.get(id) ?? 0) + 1 / chats.size);
    },
    read: () => ({
      requests,
      byDialog: Object.fromEntries([...byChat].map(([id, count]) => [`chat${id}`, Math.round(count * 100) / 100])),
    }),
  };
}
