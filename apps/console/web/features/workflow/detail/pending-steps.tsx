import { Button, Card } from "@botdeck/ui";
import { useTranslations } from "use-intl";

import { useNow } from "../../../components/use-now.ts";
import { useAhead } from "../use-ahead.ts";
import { useRole } from "../../notification/use-role.ts";
import { useWorkflowWords } from "../use-workflow-words.ts";
import type { PendingStep, WorkflowLook } from "./opened-workflow.ts";
import type { WorkflowActs } from "./use-workflow-acts.ts";

/** What keeps it from going on: steps that fail and are tried again, or its own code. Nothing when all is well. */
export function PendingSteps({ look, acts }: { look: WorkflowLook; acts: WorkflowActs }) {
  const t = useTranslations("workflows");
  const words = useWorkflowWords();
  const failing = look.pending.filter(({ failure, attempt }) => failure !== null || attempt > 1);
  const running = look.pending.filter((step) => !failing.includes(step));
  return (
    <>
      {(failing.length > 0 || look.codeFailure !== null) && (
        <Card data-stuck className="flex flex-col gap-2 border-danger/40">
          <h3 className="text-lg font-semibold">{t("stuck.title")}</h3>
          {look.codeFailure !== null && (
            <div>
              <p>{t("stuck.code")}</p>
              <p className="font-mono text-sm wrap-anywhere text-danger">{look.codeFailure}</p>
            </div>
          )}
          <ul className="divide-y divide-line">
            {failing.map((step) => (
              <FailingStep key={step.id} step={step} acts={acts} />
            ))}
          </ul>
        </Card>
      )}
      {running.length > 0 && (
        <Card className="flex flex-col gap-1">
          <h3 className="text-lg font-semibold">{t("underWay.title")}</h3>
          <ul>
            {running.map(({ id, activity }) => (
              <li key={id}>{words.activity(activity)}</li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

function FailingStep({ step, acts }: { step: PendingStep; acts: WorkflowActs }) {
  const t = useTranslations("workflows.stuck");
  const words = useWorkflowWords();
  const now = useNow();
  const ahead = useAhead();
  const { isLead } = useRole();
  const { id, activity, attempt, failure, nextAt } = step;
  const isRunning = nextAt === null || Date.parse(nextAt) <= now;
  // The try that waits, or runs, has not failed yet.
  const count = Math.max(1, attempt - 1);
  return (
    <li data-pending={activity} className="flex flex-wrap items-start gap-x-4 gap-y-2 py-2 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1 basis-60">
        <p className="font-medium">{t("step", { step: words.activity(activity), count })}</p>
        {failure !== null && <p className="text-sm wrap-anywhere text-danger">{failure}</p>}
        <p className="text-sm text-ink-muted">{isRunning ? t("running") : t("next", { age: ahead(nextAt) })}</p>
      </div>
      {isLead && (
        <Button isBusy={acts.isRetrying} onClick={() => void acts.retry(id)}>
          {t("tryNow")}
        </Button>
      )}
    </li>
  );
}
