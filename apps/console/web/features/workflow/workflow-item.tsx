import { StatusBadge } from "@botdeck/ui";
import { Link } from "@tanstack/react-router";
import { useTranslations } from "use-intl";

import { useAge } from "../delivery/queue/use-age.ts";
import { inOneLine } from "../notification/in-one-line.ts";
import type { WorkflowSearch } from "./search.ts";
import { toneOf, useWorkflowWords, type WorkflowRow } from "./use-workflow-words.ts";

type Props = { workflow: WorkflowRow; search: WorkflowSearch; showsPortal: boolean };

/** One workflow: what it is, whom it is about, where it stands and since when. The whole row opens it. */
export function WorkflowItem({ workflow, search, showsPortal }: Props) {
  const t = useTranslations("workflows");
  const words = useWorkflowWords();
  const ageOf = useAge();
  const { id, kind, state, step, subject, personName, portalDomain, createdAt, endedAt } = workflow;
  const begun = state === "requested" && step === null ? "asked" : "begun";
  const age = endedAt === null ? t(begun, { age: ageOf(createdAt) }) : t("over", { age: ageOf(endedAt) });
  return (
    <li
      data-workflow={state}
      className="relative grid grid-cols-1 gap-x-4 gap-y-1 px-4 py-2.5 hover:bg-sunken md:grid-cols-[minmax(0,1fr)_14rem_11rem] md:items-center"
    >
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <Link
            to="/workflows/$id"
            params={{ id }}
            search={search}
            data-row-link
            className="inline-block min-h-6 font-medium text-ink underline-offset-2 before:absolute before:inset-0 hover:underline"
          >
            {words.kind(kind)}
          </Link>
          {subject !== null && <span className="line-clamp-1 min-w-0 wrap-anywhere">{words.subject(subject)}</span>}
        </p>
        <p className="truncate text-sm text-ink-muted">{inOneLine([personName, showsPortal && portalDomain])}</p>
      </div>
      <p className="min-w-0">
        <StatusBadge tone={toneOf(workflow)} className="max-w-full">
          <span className="truncate">{words.stands(workflow)}</span>
        </StatusBadge>
      </p>
      <p className="text-sm text-ink-muted md:text-right">
        <time dateTime={endedAt ?? createdAt}>{age}</time>
      </p>
    </li>
  );
}
