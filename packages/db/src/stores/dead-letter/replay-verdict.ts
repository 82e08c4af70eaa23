import { createHash } from "node:crypto";

/** Why a letter cannot run again. */
export const REPLAY_OBSTACLE = ["settled", "payload_purged", "portal_removed", "bot_removed"] as const;
export type ReplayObstacle = (typeof REPLAY_OBSTACLE)[number];

/** What a person should know before a letter runs again. */
export const REPLAY_WARNING = [
  /** Nobody can tell whether it was done: it may be done a second time, which has to be accepted. */
  "may_happen_twice",
  /** What came later in the dialog has gone its way already. */
  "later_went_by",
  /** It waits until the portal's authorisation is renewed, and holds its lane meanwhile. */
  "portal_needs_authorization",
  /** Others lead the conversation: a word of the bot, and what a person did who led it before, is cancelled. */
  "operator_leads",
  /** The workflow it speaks to has ended. */
  "workflow_ended",
] as const;
export type ReplayWarning = (typeof REPLAY_WARNING)[number];

/** What is known of a letter when somebody wants it to run again. */
export type ReplayFacts = {
  status: string;
  attempts: number;
  settledAt: string | null;
  hasPayload: boolean;
  /** Null when it is not there. */
  portalState: string | null;
  /** Null for what concerns no bot; `missing` when it is not there. */
  botState: string | null;
  isInDoubt: boolean;
  /** Null when it is not counted. */
  laterCount: number | null;
  isOperatorLeading: boolean;
  isWorkflowEnded: boolean;
};

export type ReplayVerdict = {
  obstacles: ReplayObstacle[];
  warnings: ReplayWarning[];
  /** Names what was seen: a letter is replayed only while this is still what there is. */
  seen: string;
};

/** What would happen to a letter that is let run again. */
export function verdictOf(facts: ReplayFacts): ReplayVerdict {
  const obstacles = chosen<ReplayObstacle>({
    settled: facts.status !== "dead",
    payload_purged: !facts.hasPayload,
    portal_removed: facts.portalState === null || facts.portalState === "removed",
    bot_removed: facts.botState === "missing" || facts.botState === "removed",
  });
  const warnings = chosen<ReplayWarning>({
    may_happen_twice: facts.isInDoubt,
    later_went_by: (facts.laterCount ?? 0) > 0,
    portal_needs_authorization: facts.portalState === "reauth",
    operator_leads: facts.isOperatorLeading,
    workflow_ended: facts.isWorkflowEnded,
  });
  const { status, attempts, settledAt } = facts;
  return { obstacles, warnings, seen: digest([status, attempts, settledAt, obstacles, warnings]) };
}

const chosen = <Code extends string>(codes: Record<Code, boolean>) =>
  (Object.keys(codes) as Code[]).filter((code) => codes[code]); // safe: an object literal has no other keys

const digest = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 32);
