import {
  countLetters,
  type Database,
  type DeadLetter,
  type LetterFilter,
  lettersByIds,
  listDeadLetters,
  payloadsOfLetters,
  planReplay,
  REPLAY_PAUSE_MS,
  type ReplayObstacle,
  type ReplayPlan,
  REPLAYS_PER_PORTAL,
  type ReplayWarning,
} from "@botdeck/db";

import { hidesPersonalData } from "../conversation/hides-personal-data.ts";
import { gistOf } from "../dead-letter/gist-of.ts";
import { maskPayload } from "../dead-letter/mask-payload.ts";
import { shownText } from "../dead-letter/shown-text.ts";
import type { Role } from "../roles.ts";

/** Beyond this letters are not counted for a look: it says "more than". */
export const MOST_PREVIEWED = 10_000;
/** The oldest ones are looked at closely. */
const MOST_PLANNED = 500;
const SAMPLES = 5;

/** What would happen to letters, before anybody decides: counts and some of them by name. */
export type JobPreview = {
  /** Letters in all; `isCut` when there are more than were counted. */
  count: number;
  isCut: boolean;
  /** Of the oldest, so many were looked at closely; the figures below are about these. */
  planned: number;
  /** They run again without a doubt. */
  plain: number;
  /** They run again only when it is accepted that they may happen twice. */
  twice: number;
  obstacles: Partial<Record<ReplayObstacle, number>>;
  warnings: Partial<Record<ReplayWarning, number>>;
  /** How long letting all of them go takes at least, in milliseconds, as no portal is flooded. */
  atLeastMs: number;
  samples: Sample[];
};

type Sample = {
  id: string;
  what: DeadLetter["what"];
  kind: string;
  portalDomain: string | null;
  reason: string | null;
  /** What it says, where it says something. */
  gist: string | null;
  willRun: "yes" | "if_accepted" | "no";
  obstacles: ReplayObstacle[];
  /** Names what was seen, for whoever replays it. */
  seen: string;
};

/** Looks at what a filter, or a choice of letters, would come to; changes nothing. */
export async function previewLetters(
  db: Database,
  letters: { filter: LetterFilter; ids: readonly string[] | null },
  role: Role,
): Promise<JobPreview> {
  const { filter, ids } = letters;
  const counted = ids?.length ?? (await countLetters(db, filter, MOST_PREVIEWED + 1));
  const plans = await planReplay(db, ids ?? (await oldestOf(db, filter)));
  const count = Math.min(counted, MOST_PREVIEWED);
  return {
    count,
    isCut: counted > MOST_PREVIEWED,
    planned: plans.length,
    plain: plans.filter((plan) => willRun(plan) === "yes").length,
    twice: plans.filter((plan) => willRun(plan) === "if_accepted").length,
    obstacles: countEach(plans.flatMap(({ obstacles }) => obstacles)),
    warnings: countEach(plans.filter(({ obstacles }) => obstacles.length === 0).flatMap(({ warnings }) => warnings)),
    atLeastMs: Math.floor(Math.max(0, largestShare(plans, count) - 1) / REPLAYS_PER_PORTAL) * REPLAY_PAUSE_MS,
    // Those that run are what somebody wants to see.
    samples: await samplesOf(db, plans.toSorted((one, other) => rankOf(one) - rankOf(other)).slice(0, SAMPLES), role),
  };
}

async function oldestOf(db: Database, filter: LetterFilter): Promise<string[]> {
  const { rows } = await listDeadLetters(db, filter, { order: "oldest", after: null, limit: MOST_PLANNED });
  return rows.map(({ id }) => id);
}

function willRun({ obstacles, warnings }: ReplayPlan): Sample["willRun"] {
  if (obstacles.length > 0) return "no";
  return warnings.includes("may_happen_twice") ? "if_accepted" : "yes";
}

const rankOf = (plan: ReplayPlan) => (["yes", "if_accepted", "no"] as const).indexOf(willRun(plan));

function countEach<Code extends string>(codes: readonly Code[]): Partial<Record<Code, number>> {
  const counts: Partial<Record<Code, number>> = {};
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

/** How many of all belong to the portal with the most of them, going by those that were looked at. */
function largestShare(plans: readonly ReplayPlan[], count: number): number {
  const shares = Object.values(countEach(plans.map(({ portalId }) => portalId))).map((share) => share ?? 0);
  return plans.length === 0 ? 0 : (Math.max(...shares) / plans.length) * count;
}

async function samplesOf(db: Database, plans: readonly ReplayPlan[], role: Role): Promise<Sample[]> {
  const ids = plans.map(({ id }) => id);
  const [letters, payloads] = await Promise.all([lettersByIds(db, ids), payloadsOfLetters(db, ids)]);
  return plans.map((plan) => {
    const row = letters.find(({ id }) => id === plan.id);
    return {
      id: plan.id,
      what: plan.what,
      kind: plan.kind,
      portalDomain: row?.portalDomain ?? null,
      reason: shownText(row?.reason ?? null, role),
      gist: gistOf(maskPayload(payloads.get(plan.id) ?? null, hidesPersonalData(role))),
      willRun: willRun(plan),
      obstacles: plan.obstacles,
      seen: plan.seen,
    };
  });
}
