import { spaced } from "@botdeck/dialog/graph";
import type { Tone } from "@botdeck/ui";
import type { inferRouterOutputs } from "@trpc/server";
import { useFormatter, useMessages, useTranslations } from "use-intl";

import type { AppRouter } from "../../../server/root.ts";
import { useNames } from "../../i18n/use-names.ts";
import { wordsOf } from "../../i18n/words-of.ts";

export type WorkflowRow = inferRouterOutputs<AppRouter>["workflow"]["list"]["rows"][number];

const BAD_ENDS: readonly (string | null)[] = ["failed", "gone", "terminated", "undecided", "no_approver"];
/** Steps at which somebody outside is waited for. */
const WAITING_STEPS: readonly (string | null)[] = ["asking", "decision", "waiting", "permission", "pending", "queued"];
const HUMAN_STEPS: readonly (string | null)[] = ["human", "in_progress", "acknowledged"];

/** What an absence is about. */
const DAYS = /^(\d{4}-\d{2}-\d{2}) – (\d{4}-\d{2}-\d{2})$/;

/** What the code calls by names of its own, as people call it; what has no words is its name, spelled out. */
export function useWorkflowWords() {
  const t = useTranslations("workflows");
  const { outcomes, activities, signals } = useMessages().workflows;
  const nameOf = useNames();
  const format = useFormatter();
  return {
    kind: (kind: string) => nameOf("workflows", kind),
    /** What it is about: days as the reader writes them, all else in the words of whoever began it. */
    subject(subject: string): string {
      const [, from, to] = DAYS.exec(subject) ?? [];
      if (from === undefined || to === undefined) return subject;
      // A calendar day is the same day in every time zone.
      const at = (day: string) => new Date(`${day}T12:00:00Z`);
      return format.dateTimeRange(at(from), at(to), { dateStyle: "medium", timeZone: "UTC" });
    },
    activity: (name: string) => wordsOf(activities, name) ?? spaced(name),
    signal: (name: string) => wordsOf(signals, name) ?? spaced(name),
    /** Where it stands, or how it ended. */
    stands({ state, step, outcome }: Pick<WorkflowRow, "state" | "step" | "outcome">): string {
      if (state === "ended") return outcome === null ? t("ended") : (wordsOf(outcomes, outcome) ?? spaced(outcome));
      if (step !== null) return nameOf("workflowSteps", step);
      return t(state === "requested" ? "starting" : "atWork");
    },
  };
}

/** The colour of where it stands. */
export function toneOf({ state, step, outcome }: Pick<WorkflowRow, "state" | "step" | "outcome">): Tone {
  if (state === "ended") return BAD_ENDS.includes(outcome) ? "danger" : "neutral";
  if (step === "firing") return "danger";
  if (HUMAN_STEPS.includes(step)) return "human";
  return WAITING_STEPS.includes(step) ? "warning" : "bot";
}
