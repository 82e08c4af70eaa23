import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";

import { useTRPC, useTRPCClient } from "../trpc.ts";
import { LiveContext } from "./live-context.ts";
import { createLiveStore } from "./live-store.ts";
import { type LiveChange, openStream } from "./open-stream.ts";
import { shareStream } from "./share-stream.ts";
import { createCacheKeeper } from "./keep-cache.ts";

type Props = { onSignedOut: () => void; children: ReactNode };

/** Keeps everything below in step with the server. */
export function LiveProvider({ onSignedOut, children }: Props) {
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const trpc = useTRPC();
  const [store] = useState(createLiveStore);

  useEffect(() => {
    const cache = createCacheKeeper(queryClient, trpc);
    const leave = shareStream<LiveChange>({
      name: "botdeck.live",
      open: (lastEventId, handlers) => openStream({ client, lastEventId, handlers, onSignedOut }),
      onEvent({ change }) {
        cache.apply(change);
        store.publish(change);
      },
      onState: store.setState,
    });
    return () => {
      leave();
      cache.stop();
    };
  }, [client, queryClient, trpc, store, onSignedOut]);

  return <LiveContext value={store}>{children}</LiveContext>;
}
