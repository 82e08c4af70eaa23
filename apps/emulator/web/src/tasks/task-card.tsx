import { BbText, Card, StatusBadge, type Tone } from "@botdeck/ui";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Person, Task } from "../api/types.ts";
import { useMoment } from "../chat/use-moment.ts";

/** Bitrix24's task statuses; docs: api-reference/tasks/fields, field STATUS. */
const STATUS = {
  "2": { name: "waits", tone: "warning" },
  "3": { name: "inProgress", tone: "bot" },
  "4": { name: "toCheck", tone: "warning" },
  "5": { name: "done", tone: "human" },
  "6": { name: "putOff", tone: "neutral" },
} as const satisfies Record<string, { name: string; tone: Tone }>;

export function TaskCard({ task, responsible }: { task: Task; responsible: Person | undefined }) {
  const t = useTranslations("tasks");
  const moment = useMoment();
  const status = Object.entries(STATUS).find(([code]) => code === String(task.status))?.[1];
  return (
    <Card className="flex flex-col gap-2.5" data-task-id={task.id}>
      <header className="flex items-start gap-2">
        <h3 className="min-w-0 flex-1 font-semibold wrap-anywhere">{task.title}</h3>
        <StatusBadge tone={status?.tone ?? "neutral"}>
          {status ? t(`status.${status.name}`) : t("status.other", { status: String(task.status) })}
        </StatusBadge>
      </header>
      {task.description && <BbText text={task.description} className="text-ink" />}
      <dl className="flex flex-col gap-1 text-sm">
        <Fact name={t("responsible")}>{responsible?.name ?? task.responsibleId}</Fact>
        <Fact name={t("deadline")}>{task.deadline ? moment.dateAndTime(task.deadline) : t("noDeadline")}</Fact>
        <Fact name={t("created")}>{moment.dateAndTime(task.createdAt)}</Fact>
        {task.xmlId && (
          <Fact name={t("xmlId")}>
            <code className="font-mono text-xs wrap-anywhere">{task.xmlId}</code>
          </Fact>
        )}
      </dl>
    </Card>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex gap-2">
      <dt className="w-28 shrink-0 text-ink-muted">{name}</dt>
      <dd className="min-w-0 flex-1">{children}</dd>
    </div>
  );
}
