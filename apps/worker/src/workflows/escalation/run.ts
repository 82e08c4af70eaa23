import type { EscalationInput, EscalationRun } from "@botdeck/contracts";

import type { GroupNow } from "./group-activities.ts";

const DAY_MS = 86_400_000;
/** What has not recovered after this is nobody's alarm any more. */
const LONGEST_MS = 30 * DAY_MS;
const MOST_SEEN = 100;

/** Which time of which group it is; every activity is given it. */
export type About = Pick<EscalationInput, "portalId" | "botId" | "groupId" | "episode">;

/** An escalation in the hands of its workflow. `run` is all that changes, and all that goes on in the next run. */
export type EscalationInHand = {
  about: About;
  input: EscalationInput;
  run: EscalationRun;
  /** What the source is being told meanwhile: nobody is paged later because it is slow. */
  tellings: Promise<void>[];
  /** How much of that is under way. */
  underWay: number;
};

/** @param now In milliseconds. */
export function escalationInHand(input: EscalationInput, now: number): EscalationInHand {
  const { portalId, botId, groupId, episode, carried } = input;
  const about = { portalId, botId, groupId, episode };
  return { about, input, run: carried ?? newRun(input, now), tellings: [], underWay: 0 };
}

function newRun({ delayMs }: EscalationInput, now: number): EscalationRun {
  return {
    step: "delayed",
    round: 0,
    level: 0,
    repeatsLeft: null,
    hasPaged: false,
    dueAt: iso(now + delayMs),
    watchAt: null,
    looks: 0,
    endsAt: iso(now + LONGEST_MS),
    seen: [],
    news: [],
  };
}

/** Lets the source be told beside everything else. */
export function tellBeside(inHand: EscalationInHand, telling: () => Promise<void>): void {
  inHand.underWay += 1;
  const done = telling().finally(() => {
    inHand.underWay -= 1;
  });
  inHand.tellings.push(done);
}

export const iso = (at: number): string => new Date(at).toISOString();

/** @returns False for news that came before: signals come at least once. */
export function isNews({ seen }: EscalationRun, id: string): boolean {
  if (seen.includes(id)) return false;
  seen.push(id);
  seen.splice(0, seen.length - MOST_SEEN);
  return true;
}

/** When the next thing happens by itself, in milliseconds. */
export function nextMoment({ dueAt, watchAt, endsAt }: EscalationRun): number {
  return Math.min(...[dueAt, watchAt, endsAt].flatMap((at) => (at === null ? [] : [Date.parse(at)])));
}

/** Goes through the levels from the first one on, as a round of its own: whoever was paged before is paged anew. */
export function beginPass(run: EscalationRun, now: number, { isFirst = false } = {}): void {
  run.round += isFirst ? 0 : 1;
  Object.assign(run, { step: "paging", level: 0, repeatsLeft: null, hasPaged: false, isHeld: false, dueAt: iso(now) });
}

/** Takes over where a group stands. @returns How it ended by that, if it did. */
export function settle(run: EscalationRun, group: GroupNow, now: number): "resolved" | "gone" | null {
  if (group.kind !== "firing") Object.assign(run, { isHeld: false, isUrgent: false });
  switch (group.kind) {
    case "firing":
      if (run.step !== "paging") beginPass(run, now, { isFirst: run.step === "delayed" });
      return null;
    case "acknowledged":
      Object.assign(run, {
        step: "acknowledged",
        dueAt: group.forMs === null ? null : iso(now + group.forMs),
        answer: group.answer,
      });
      return null;
    case "silenced":
      Object.assign(run, { step: "silenced", dueAt: group.until });
      return null;
    case "resolved":
    case "gone":
      return group.kind;
  }
}
