import { matches, type Turn } from "./day-line.ts";

/** Seconds of silence after which a client goes on by themselves. */
const SILENCE_S = 3;

/** What the client does now: take that turn, or go away. */
export type Decision = { take: number } | "leave" | null;

/** A client's mind: which turn comes next, and when. It knows no clock; `at` and `wakeAt` are milliseconds of any one. */
export type TurnTaker = {
  start(at: number): Decision;
  /** The bot has said that: its text and the texts of its buttons. */
  hear(text: string, at: number): Decision;
  /** To be called when `wakeAt` has come. */
  wake(at: number): Decision;
  wakeAt(): number;
};

/** Why the client will wake: to end a pause, to send the next of a burst, because the bot is silent, or to leave. */
type Waiting = { why: "pause" | "silence" | "patience"; until: number } | { why: "burst"; until: number; turn: number };

/** @param patienceS How long the client stays with nothing left to say. */
export function createTurnTaker(turns: readonly Turn[], patienceS: number): TurnTaker {
  const unused = new Set(turns.keys());
  let heard: string[] = [];
  let waiting: Waiting = { why: "silence", until: 0 };

  function take(index: number, at: number): Decision {
    unused.delete(index);
    const { pause } = turns[index] ?? {};
    // A pause is no answer: what the bot has said before it still waits for one.
    if (pause === undefined) heard = [];
    const { after } = turns[index + 1] ?? {};
    const pauseMs = (pause ?? 0) * 1_000;
    if (after !== undefined && unused.has(index + 1)) {
      waiting = { why: "burst", until: at + pauseMs + after * 1_000, turn: index + 1 };
    } else if (pause === undefined) waiting = { why: "silence", until: at + SILENCE_S * 1_000 };
    else waiting = { why: "pause", until: at + pauseMs };
    return { take: index };
  }

  function choose(at: number): Decision {
    const said = heard.join("\n");
    const candidates = [...unused];
    const answers = candidates.find((index) => {
      const { when } = turns[index] ?? {};
      return when !== undefined && matches(when, said);
    });
    const next = answers ?? candidates.find((index) => turns[index]?.when === undefined);
    if (next !== undefined) return take(next, at);
    if (waiting.why !== "patience") waiting = { why: "patience", until: at + patienceS * 1_000 };
    return null;
  }

  return {
    start: choose,
    hear(text, at) {
      heard.push(text);
      return waiting.why === "burst" || waiting.why === "pause" ? null : choose(at);
    },
    wake(at) {
      if (at < waiting.until) return null;
      if (waiting.why === "burst") return take(waiting.turn, at);
      return waiting.why === "patience" ? "leave" : choose(at);
    },
    wakeAt: () => waiting.until,
  };
}
