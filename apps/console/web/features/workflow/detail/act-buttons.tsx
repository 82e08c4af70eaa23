import { Button, StatusBadge } from "@botdeck/ui";
import { useState } from "react";
import { useMessages, useTranslations } from "use-intl";

import { ReasonDialog } from "../../../components/reason-dialog.tsx";
import { wordsOf } from "../../../i18n/words-of.ts";
import { useRole } from "../../notification/use-role.ts";
import { useWorkflowWords } from "../use-workflow-words.ts";
import type { OpenedWorkflow } from "./opened-workflow.ts";
import type { WorkflowActs } from "./use-workflow-acts.ts";

/** Whom a reason is told to, beside those who may read the log. */
const TELLS_REASON: ReadonlySet<string> = new Set(["productReturn", "vacation", "ticket"]);

type Props = { workflow: OpenedWorkflow; acts: WorkflowActs };

/** Remind, stop, cut off: what the reader's role may do to one that is at work. An escalation has its alert for that. */
export function ActButtons({ workflow, acts }: Props) {
  const t = useTranslations("workflows");
  const { stopTexts } = useMessages().workflows;
  const words = useWorkflowWords();
  const { isOperator, isLead, isAdmin } = useRole();
  const [asking, setAsking] = useState<"stop" | "terminate" | null>(null);
  const { kind, state, canBeNudged, isStopping } = workflow;
  if (state === "ended" || kind === "escalation") return null;
  const stopText = wordsOf(stopTexts, kind);
  const close = () => setAsking(null);
  const labels = { reason: t("act.reason"), reasonMissing: t("act.reasonMissing"), cancel: t("act.keep") };
  return (
    <>
      {isStopping && <StatusBadge tone="warning">{t("act.stopping")}</StatusBadge>}
      {isOperator && canBeNudged && !isStopping && (
        <Button isBusy={acts.isNudging} onClick={() => void acts.nudge()}>
          {t("act.nudge")}
        </Button>
      )}
      {isLead && stopText !== null && !isStopping && <Button onClick={() => setAsking("stop")}>{t("act.stop")}</Button>}
      {isAdmin && <Button onClick={() => setAsking("terminate")}>{t("act.terminate")}</Button>}
      {asking === "stop" && (
        <ReasonDialog
          title={t("stopTitle")}
          text={`${words.kind(kind)}: ${words.stands(workflow)}`}
          note={<p className="text-pretty">{stopText}</p>}
          labels={{
            ...labels,
            reasonHint: t(TELLS_REASON.has(kind) ? "act.reasonTold" : "act.reasonHint"),
            submit: t("act.stop"),
          }}
          isBusy={false}
          onClose={close}
          onSubmit={(reason) => {
            close();
            void acts.stop(reason);
          }}
        />
      )}
      {asking === "terminate" && (
        <ReasonDialog
          title={t("terminateTitle")}
          text={`${words.kind(kind)}: ${words.stands(workflow)}`}
          note={<p className="text-pretty">{t("terminateText")}</p>}
          labels={{ ...labels, reasonHint: t("act.reasonHint"), submit: t("act.terminate") }}
          isBusy={false}
          onClose={close}
          onSubmit={(reason) => {
            close();
            void acts.terminate(reason);
          }}
        />
      )}
    </>
  );
}
