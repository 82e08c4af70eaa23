import { Card, StatusBadge } from "@botdeck/ui";
import { Link } from "@tanstack/react-router";
import { ExternalLink } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

import { FactGrid } from "../../../components/fact-grid.tsx";
import { useShortTime } from "../../../components/use-short-time.ts";
import { toneOf, useWorkflowWords } from "../use-workflow-words.ts";
import type { OpenedWorkflow } from "./opened-workflow.ts";

const linkLook = "inline-flex min-h-6 w-fit items-center gap-1 text-accent underline underline-offset-2";

/** Whose it is, since when, and the ways to all that belongs to it. */
export function WorkflowFacts({ workflow }: { workflow: OpenedWorkflow }) {
  const t = useTranslations("workflows.facts");
  const words = useWorkflowWords();
  const shortTime = useShortTime();
  const { id, personName, portalDomain, portalId, createdAt, endedAt, conversationId, alertGroupId } = workflow;
  const rows: [string, ReactNode][] = [
    [t("state"), <StatusBadge tone={toneOf(workflow)}>{words.stands(workflow)}</StatusBadge>],
    ...(personName === null ? [] : [[t("person"), personName] as [string, ReactNode]]),
    [t("portal"), portalDomain],
    [t("began"), shortTime(createdAt)],
    ...(endedAt === null ? [] : [[t("ended"), shortTime(endedAt)] as [string, ReactNode]]),
    [t("id"), <span className="font-mono text-xs">{id}</span>],
  ];
  return (
    <Card className="flex flex-col gap-3">
      <h3 className="text-lg font-semibold">{t("title")}</h3>
      <FactGrid rows={rows} />
      <div className="flex flex-col gap-1">
        {conversationId !== null && (
          <Link to="/conversations" search={{ queue: "all", id: conversationId }} className={linkLook}>
            {t("conversation")}
          </Link>
        )}
        {alertGroupId !== null && (
          <Link
            to="/notifications/alerts/$groupId"
            params={{ groupId: alertGroupId }}
            search={{ portal: portalId }}
            className={linkLook}
          >
            {t("alert")}
          </Link>
        )}
        <Outside href={workflow.taskUrl}>{t("task")}</Outside>
        <Outside href={workflow.temporalUrl}>{t("temporal")}</Outside>
      </div>
    </Card>
  );
}

function Outside({ href, children }: { href: string | null; children: ReactNode }) {
  if (href === null) return null;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" className={linkLook}>
      {children}
      <ExternalLink aria-hidden className="size-3.5" />
    </a>
  );
}
