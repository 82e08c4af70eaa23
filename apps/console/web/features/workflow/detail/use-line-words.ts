import { useTranslations } from "use-intl";

import { useShortTime } from "../../../components/use-short-time.ts";
import { useWorkflowWords } from "../use-workflow-words.ts";
import type { HistoryLine } from "./opened-workflow.ts";

const WAITED = { waits: "waits", over: "waited", cut_short: "cutShort" } as const;
const ENDED = {
  completed: "completed",
  failed: "endedFailed",
  cancelled: "cancelled",
  terminated: "terminated",
  went_on: "wentOn",
} as const;

/** A line of a workflow's history as people say it. */
export function useLineWords() {
  const t = useTranslations("workflows.history");
  const words = useWorkflowWords();
  const shortTime = useShortTime();
  return {
    whatOf(line: HistoryLine): string {
      switch (line.kind) {
        case "began":
          return t("began");
        case "did":
          return words.activity(line.activity);
        case "waited":
          return t(WAITED[line.state], { time: shortTime(line.dueAt) });
        case "heard":
          return t("heard", { what: words.signal(line.signal) });
        case "ended":
          return t(ENDED[line.how]);
      }
    },

    /** Beside its time; null for nothing. */
    moreOf(line: HistoryLine): string | null {
      if (line.kind === "ended") return line.reason;
      if (line.kind !== "did") return null;
      if (line.failure !== null) return t("failed", { failure: line.failure });
      if (line.endedAt === null) return t("running");
      return line.attempts > 1 ? t("tries", { count: line.attempts }) : null;
    },
  };
}
