import type { CalendarRota, CalendarTurn } from "./calendar-words.ts";
import type { Bar } from "./turn-bar.tsx";

/** A row of the calendar: who is on call in the end, a layer by itself, or what was swapped. */
export type Row = { kind: "final" } | { kind: "layer"; number: number } | { kind: "swaps" };

type Words = {
  inLayer: (number: number) => string;
  offered: string;
  askedBy: (name: string) => string;
};

/** The rows of a rota's week. One layer alone is what decides, so it has no row of its own. */
export function rowsOf({ turns, layers, overrides }: CalendarRota, words: Words): { row: Row; bars: Bar[] }[] {
  const barOf = (turn: CalendarTurn, note: string | null): Bar => ({
    key: `${turn.person?.id ?? ""} ${turn.fromAt ?? ""}`,
    ...turn,
    note,
    isOpen: false,
  });
  const swaps = overrides.map(({ id, state, person, fromAt, untilAt, askedBy }): Bar => {
    const isOpen = state === "offered";
    const note = [isOpen && words.offered, words.askedBy(askedBy)].filter((word) => word !== false).join("; ");
    return { key: id, person, fromAt, untilAt, note, isOpen };
  });
  return [
    { row: { kind: "final" }, bars: turns.map((turn) => barOf(turn, null)) },
    ...(swaps.length === 0 ? [] : [{ row: { kind: "swaps" } as const, bars: swaps }]),
    ...(layers.length < 2 && swaps.length === 0 ? [] : layers)
      .map((layer, index) => ({
        row: { kind: "layer" as const, number: index + 1 },
        bars: layer.map((turn) => barOf(turn, words.inLayer(index + 1))),
      }))
      // The later layer goes over the earlier one, and so it stands.
      .toReversed(),
  ];
}
