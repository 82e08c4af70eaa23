import { useCallback, useMemo, useSyncExternalStore } from "react";

export const PAGES = ["chat", "portal", "faults", "help"] as const;
export type Page = (typeof PAGES)[number];

/** Where one is: the page, who plays, which dialog, tab or card is open. Held by the URL, `?as=1&dialog=chat12`. */
export type Place = {
  page: Page;
  as: string | null;
  dialogId: string | null;
  /** Of the portal page. */
  tab: string | null;
  /** The open card of a tab: `deal-4`, `task-7`. */
  item: string | null;
};

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
  return {
    page: PAGES.find((page) => page === parameters.get("page")) ?? "chat",
    as: parameters.get("as"),
    dialogId: parameters.get("dialog"),
    tab: parameters.get("tab"),
    item: parameters.get("item"),
  };
}

/** The place as the query of a URL, without the question mark. */
export function placeSearch({ page, as, dialogId, tab, item }: Place): string {
  const parameters = new URLSearchParams();
  if (page !== "chat") parameters.set("page", page);
  if (as) parameters.set("as", as);
  if (dialogId) parameters.set("dialog", dialogId);
  if (tab && page === "portal") parameters.set("tab", tab);
  if (item && page === "portal") parameters.set("item", item);
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
