import type { OutcomeKind } from "../quality-data.ts";

/** Outcomes from the bottom of a bar to its top, and how each looks. */
export const STACK = [
  { kind: "solved_confirmed", look: { bg: "bg-human", fill: "fill-human" } },
  { kind: "solved_presumed", look: { bg: "bg-bot", fill: "fill-bot" } },
  { kind: "handed_over", look: { bg: "bg-warning", fill: "fill-warning" } },
  { kind: "abandoned", look: { bg: "bg-line-strong", fill: "fill-line-strong" } },
] as const satisfies readonly { kind: OutcomeKind; look: { bg: string; fill: string } }[];
