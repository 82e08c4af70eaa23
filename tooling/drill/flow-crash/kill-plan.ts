/** Which process dies after the nth step of a flow, and when. */
export type FlowKill = {
  target: "worker" | "temporal" | "postgres";
  /** After the step began, in milliseconds: before, within or after what it sets off. */
  afterMs: number;
  /** How long it stays away, in milliseconds. */
  awayMs: number;
};

const TARGETS: readonly FlowKill["target"][] = ["worker", "temporal", "postgres"];
const LONGEST_DELAY_MS = 700;
const LONGEST_AWAY_MS = 1_500;

/** One kill for each step: in as many runs as there are targets each of them dies at each step; the moments are the seed's. */
export function planFlowKills(steps: number, run: number, random: () => number): FlowKill[] {
  return Array.from({ length: steps }, (_each, step) => ({
    target: TARGETS[(run + step) % TARGETS.length] ?? "worker",
    afterMs: Math.round(random() * LONGEST_DELAY_MS),
    awayMs: Math.round(random() * LONGEST_AWAY_MS),
  }));
}
