import { useTranslations } from "use-intl";

import { useNames } from "../../i18n/use-names.ts";
import type { Details } from "./details.tsx";

/** The most of it in a line: the dialog with its step, the hand-over, what came of it. */
export function Summary({ details }: { details: Details }) {
  const t = useTranslations("details");
  const nameOf = useNames();
  const { dialog, workflow, running, handoff, outcome, isOutcomeOfVisit } = details;
  const parts = [
    dialog && `${nameOf("dialog", dialog.name)}: ${nameOf("dialog", dialog.at)}`,
    dialog === null && workflow && nameOf("workflows", workflow.kind),
    ...new Set(running.map(({ kind }) => nameOf("workflows", kind))),
    handoff && handoff.state !== "ended" && `${t("handoff")}: ${nameOf("handoffStates", handoff.state)}`,
    isOutcomeOfVisit && outcome && nameOf("outcomes", outcome.kind),
  ].filter((part) => typeof part === "string");
  return parts.length === 0 ? t("calm") : parts.join(" · ");
}
