import type { Owner } from "@botdeck/core";

import type { Handoff, HandoffEnd, HandoffState } from "../../schema/handoff.ts";

/** What may happen to a hand-over. */
export type HandoffMove =
  /** It goes to another queue, also back from a person. */
  | { kind: "queued"; at: Date; to: Owner }
  /** A person writes in it, by portal user id. */
  | { kind: "taken"; at: Date; by: string }
  /** The person is done, or has been quiet for long: the bot is about to have it again. */
  | { kind: "returning"; at: Date }
  | { kind: "ended"; at: Date; as: HandoffEnd };

/** Where a hand-over stands, as far as moves matter. */
export type HandoffStanding = Pick<Handoff, "state" | "trail" | "takenAt" | "takenBy" | "endedAt" | "endedAs">;

/** Which moves are possible in which state; whatever is missing is refused. */
const POSSIBLE: Record<HandoffState, readonly HandoffMove["kind"][]> = {
  queued: ["queued", "taken", "ended"],
  human: ["queued", "taken", "returning", "ended"],
  returning: ["queued", "taken", "ended"],
  ended: [],
};

/** How each may end. A call back is promised only while nobody has come, and only who has come falls quiet. */
const POSSIBLE_ENDS: Record<HandoffState, readonly HandoffEnd[]> = {
  queued: ["back_to_bot", "closed", "promised"],
  human: ["back_to_bot", "closed", "quiet"],
  returning: ["back_to_bot", "closed", "quiet"],
  ended: [],
};

/**
 * A hand-over after a move. The same move again changes nothing, because whoever reports it may do so twice.
 *
 * @returns Null when the move is impossible from here.
 */
export function moveHandoff(standing: HandoffStanding, move: HandoffMove): HandoffStanding | null {
  if (isThereAlready(standing, move)) return standing;
  if (!POSSIBLE[standing.state].includes(move.kind)) return null;
  const { at } = move;
  switch (move.kind) {
    case "queued":
      return { ...standing, state: "queued", trail: [...standing.trail, stop(at, move.to)] };
    case "taken": {
      const isSame = lastStop(standing) === operator(move.by);
      const trail = isSame ? standing.trail : [...standing.trail, stop(at, operator(move.by))];
      return { ...standing, state: "human", trail, takenAt: standing.takenAt ?? at, takenBy: move.by };
    }
    case "returning":
      return { ...standing, state: "returning" };
    case "ended":
      if (!POSSIBLE_ENDS[standing.state].includes(move.as)) return null;
      return { ...standing, state: "ended", endedAt: at, endedAs: move.as };
  }
}

function isThereAlready({ state, trail, takenBy, endedAs }: HandoffStanding, move: HandoffMove): boolean {
  switch (move.kind) {
    case "queued":
      return state === "queued" && trail.at(-1)?.to === move.to;
    case "taken":
      return state === "human" && takenBy === move.by;
    case "returning":
      return state === "returning";
    case "ended":
      return state === "ended" && endedAs === move.as;
  }
}

const operator = (id: string): Owner => `operator:${id}`;
const lastStop = ({ trail }: HandoffStanding) => trail.at(-1)?.to;
const stop = (at: Date, to: Owner) => ({ at: at.toISOString(), to });
