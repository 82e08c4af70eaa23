import { useKeys } from "../../../components/use-keys.ts";
import type { Selection } from "./use-selection.ts";

type Options = {
  selection: Selection;
  /** What is chosen, else the row that has the focus. */
  onReplay: (ids: readonly string[]) => void;
  /** The row that has the focus. */
  onEdit: (id: string) => void;
};

/** J and K go from row to row, X chooses, Shift and X up to here, R lets run again, E with changes. */
export function useLetterKeys({ selection, onReplay, onEdit }: Options): void {
  const move = (step: 1 | -1) => () => {
    const links = [...document.querySelectorAll<HTMLElement>("[data-letter] a[data-row-link]")];
    const at = links.findIndex((link) => link.closest("[data-letter]") === focusedRow());
    const next = at === -1 ? (step === 1 ? 0 : links.length - 1) : at + step;
    links[next]?.focus();
  };
  useKeys({
    KeyJ: move(1),
    KeyK: move(-1),
    KeyX: (event) => {
      const id = focusedRow()?.dataset["letter"];
      if (id === undefined) return;
      if (event.shiftKey) selection.extendTo(id);
      else selection.toggle(id);
    },
    KeyR: () => {
      const focused = focusedRow()?.dataset["letter"];
      if (selection.ids.size > 0) onReplay([...selection.ids]);
      else if (focused !== undefined) onReplay([focused]);
    },
    KeyE: () => {
      const focused = focusedRow()?.dataset["letter"];
      if (focused !== undefined) onEdit(focused);
    },
  });
}

const focusedRow = () => document.activeElement?.closest<HTMLElement>("[data-letter]") ?? null;
