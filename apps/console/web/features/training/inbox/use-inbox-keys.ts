import { useKeys } from "../../../components/use-keys.ts";

type Acts = {
  /** The row that is worked on; null for none. */
  activeId: string | null;
  onToggle: (id: string) => void;
  onExtend: (id: string) => void;
  /** The first to the ninth of what a phrase means most likely. */
  onLikely: (id: string, index: number) => void;
  onPick: (id: string) => void;
  onSkip: (id: string) => void;
  onUndo: () => void;
};

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** J and K go from phrase to phrase, 1 to 9 say what it means, M finds a meaning, S skips, X chooses, Z takes the latest act back. */
export function useInboxKeys({ activeId, onToggle, onExtend, onLikely, onPick, onSkip, onUndo }: Acts): void {
  const onActive = (act: (id: string) => void) => () => {
    if (activeId !== null) act(activeId);
  };
  useKeys({
    KeyJ: () => focusRow(activeId, 1),
    KeyK: () => focusRow(activeId, -1),
    KeyX: (event) => onActive(event.shiftKey ? onExtend : onToggle)(),
    KeyM: onActive(onPick),
    KeyS: onActive(onSkip),
    KeyZ: onUndo,
  });
  // Elsewhere they open queues.
  const digits = DIGITS.map((digit) => [`Digit${digit}`, onActive((id) => onLikely(id, digit - 1))] as const);
  useKeys(activeId === null ? {} : Object.fromEntries(digits), true);
}

/** The focus stands on the button that asks for the meaning. */
export function focusRow(activeId: string | null, step: 1 | 0 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-example]")];
  const at = rows.findIndex((row) => row.dataset["example"] === activeId);
  // Whoever comes to the list begins with the row that is worked on.
  const next = rows[at]?.contains(document.activeElement) === true ? at + step : Math.max(at, 0);
  rows[next]?.querySelector<HTMLElement>("[data-pick]")?.focus();
  rows[next]?.scrollIntoView({ block: "nearest" });
}
