/** Which processes die after the client's nth message, and when. */
export type Kill = {
  target: "worker" | "temporal" | "both";
  /** After the client's message, in milliseconds: before, within or after what it sets off. Mid-send it is the send that tells. */
  afterMs: number;
  /** How long they stay away, in milliseconds. */
  awayMs: number;
  /** The worker dies as soon as the bot's next message is on its way, while the portal takes long over it. */
  isMidSend: boolean;
};

const LONGEST_DELAY_MS = 450;
const LONGEST_AWAY_MS = 1_500;

/**
 * One kill for each step of a return. Every run has a worker and a Temporal server that die, and one worker that dies in
 * the middle of a send; the moments are the seed's.
 */
export function planKills(steps: number, random: () => number): Kill[] {
  const targets: Kill["target"][] = ["worker", "temporal", "both", "worker"];
  const first = Math.floor(random() * targets.length);
  const midSend = Math.floor(random() * steps);
  return Array.from({ length: steps }, (_each, step) => {
    const isMidSend = step === midSend;
    return {
      target: isMidSend ? "worker" : (targets[(first + step) % targets.length] ?? "worker"),
      afterMs: Math.round(random() * LONGEST_DELAY_MS),
      awayMs: Math.round(random() * LONGEST_AWAY_MS),
      isMidSend,
    };
  });
}
