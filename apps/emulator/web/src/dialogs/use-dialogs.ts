import type { Dialog } from "../api/types.ts";
import { usePortal } from "../live/portal-context.ts";
import { type Live, useLive } from "../live/use-live.ts";

/** What a person can see, newest first. */
export function useDialogs(personId: string | null): Live<Dialog[]> {
  const { api } = usePortal();
  return useLive(
    personId,
    () => api.dialogs(personId ?? ""),
    ({ type }) =>
      type === "resync" || type === "message" || type === "message.updated" || type === "dialog" || type === "people",
  );
}
