import { useMutation } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";

import { useLiveChange } from "../../../live/live-context.ts";
import { useTRPC } from "../../../trpc.ts";

/** A look counts for 45 seconds, so that one that is lost on the way does no harm, in milliseconds. */
const BEAT_MS = 20_000;

export type Viewer = { id: string; name: string };

/** Who else looks at the conversation just now; says meanwhile that the reader does, as long as the page is in sight. */
export function useViewers(conversationId: string): readonly Viewer[] {
  const trpc = useTRPC();
  const [viewers, setViewers] = useState<readonly Viewer[]>([]);
  const [ownId, setOwnId] = useState<string | null>(null);
  const { mutate: look } = useMutation(trpc.conversation.look.mutationOptions());
  const { mutate: endLook } = useMutation(trpc.conversation.endLook.mutationOptions());
  const beat = useEffectEvent(() => {
    if (document.visibilityState === "hidden") return;
    look(
      { id: conversationId },
      {
        onSuccess(all) {
          setOwnId(all.find(({ isMe }) => isMe)?.id ?? null);
          setViewers(all);
        },
      },
    );
  });
  const leave = useEffectEvent(() => endLook({ id: conversationId }));
  useEffect(() => {
    beat();
    const timer = setInterval(() => beat(), BEAT_MS);
    return () => {
      clearInterval(timer);
      leave();
    };
  }, []);
  useLiveChange((change) => {
    if (change.kind === "changed" && change.conversation.id === conversationId) setViewers(change.conversation.viewers);
  });
  return viewers.filter(({ id }) => id !== ownId);
}
