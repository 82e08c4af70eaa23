import type { Person } from "../api/types.ts";
import { usePortal } from "../live/portal-context.ts";
import { type Live, useLive } from "../live/use-live.ts";

/** Everybody on the portal, bots included, with what they have not read. */
export function usePeople(): Live<Person[]> {
  const { api } = usePortal();
  return useLive("people", api.people, ({ type }) => type === "people" || type === "message" || type === "dialog");
}
