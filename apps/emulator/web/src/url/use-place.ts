import { useCallback, useMemo, useSyncExternalStore } from "react";

/** Where the page is: who plays, and which dialog is open. Held by the URL, `?as=1&dialog=chat12`. */
export type Place = { as: string | null; dialogId: string | null };

export type Go = (to: Partial<Place>, how?: "push" | "replace") => void;

const listeners = new Set<() => void>();

export function usePlace(): { place: Place; go: Go } {
  const search = useSyncExternalStore(subscribe, () => location.search);
  const place = useMemo(() => readPlace(search), [search]);
  const go = useCallback<Go>((to, how = "push") => {
    const url = new URL(location.href);
    url.search = placeSearch({ ...readPlace(location.search), ...to });
    if (url.search === location.search) return;
    history[how === "push" ? "pushState" : "replaceState"](null, "", url);
    for (const listener of listeners) listener();
  }, []);
  return { place, go };
}

function readPlace(search: string): Place {
  const parameters = new URLSearchParams(search);
  return { as: parameters.get("as"), dialogId: parameters.get("dialog") };
}

/** The place as the query of a URL, without the question mark. */
export function placeSearch({ as, dialogId }: Place): string {
  const parameters = new URLSearchParams();
  if (as) parameters.set("as", as);
  if (dialogId) parameters.set("dialog", dialogId);
  return parameters.toString();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("popstate", listener);
  };
}
