import { useState } from "react";

/** As many as one look at them can name in its address. */
export const MOST_SELECTED = 100;

export type Selection = {
  ids: ReadonlySet<string>;
  /** Chooses one or lets go of it. */
  toggle: (id: string) => void;
  /** Chooses all from the last one that was touched up to this one. */
  extendTo: (id: string) => void;
  /** All that are shown, as far as there is room; none when all are. */
  toggleAll: () => void;
  clear: () => void;
  isFull: boolean;
};

/** Which rows are chosen. What is not shown any more is not chosen either. @param shown In the order of the list. */
export function useSelection(shown: readonly string[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [anchor, setAnchor] = useState<string | null>(null);
  const ids = new Set(shown.filter((id) => chosen.has(id)));
  const put = (next: readonly string[]) => setChosen(new Set(next.slice(0, MOST_SELECTED)));

  return {
    ids,
    isFull: ids.size >= MOST_SELECTED,
    toggle(id) {
      setAnchor(id);
      put(ids.has(id) ? [...ids].filter((one) => one !== id) : [...ids, id]);
    },
    extendTo(id) {
      const [begin, end] = [shown.indexOf(anchor ?? id), shown.indexOf(id)];
      const from = begin === -1 ? end : Math.min(begin, end);
      setAnchor(id);
      put([...new Set([...ids, ...shown.slice(from, Math.max(begin, end) + 1)])]);
    },
    toggleAll: () => put(ids.size === Math.min(shown.length, MOST_SELECTED) ? [] : shown),
    clear: () => put([]),
  };
}
