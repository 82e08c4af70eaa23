import { EmptyState, Select, Skeleton, StatusBadge } from "@botdeck/ui";
import { ClipboardList, Flame, ListChecks, MessageSquareText } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { TaskRow } from "../api/portal-types.ts";
import type { Person } from "../api/types.ts";
import { useMoment } from "../chat/use-moment.ts";
import { LoadProblem } from "../live/load-problem.tsx";
import { usePortal } from "../live/portal-context.ts";
import { useLive } from "../live/use-live.ts";
import { PersonName } from "../portal/person-name.tsx";
import { PlaceLink } from "../url/place-link.tsx";
import { groupTasks, isOverdue, statusOf } from "./task-status.ts";

type Props = { people: Person[]; actor: Person | null };

/** Everybody's tasks, or one person's, the urgent ones first. */
export function TasksTab({ people, actor }: Props) {
  const t = useTranslations();
  const { api } = usePortal();
  const [whose, setWhose] = useState<"all" | "mine">("all");
  const tasks = useLive(
    "tasks",
    api.tasks,
    (news) => news.type === "task" || (news.type === "portal" && news.event.startsWith("ONTASK")),
  );
  const shown = tasks.data?.filter((task) => whose === "all" || task.responsibleId === actor?.id);
  return (
    <div className="min-h-0 flex-1 overflow-y-auto p-3 md:p-4">
      <LoadProblem of={tasks} title={t("problem.load")} />
      {tasks.data?.length === 0 ? (
        <EmptyState icon={<ClipboardList />} title={t("tasks.none")} text={t("tasks.noneText")} />
      ) : (
        <div className="mx-auto flex max-w-5xl flex-col gap-5">
          <Select
            label={t("tasks.whose")}
            className="w-56"
            value={whose}
            options={[
              { value: "all", label: t("tasks.all") },
              { value: "mine", label: t("tasks.of", { name: actor?.name ?? "" }) },
            ]}
            onChange={setWhose}
          />
          {!tasks.data && tasks.error === null && <Skeleton className="h-40" />}
          {groupTasks(shown ?? [], new Date()).map(({ name, tasks: rows }) => (
            <section key={name} className="flex flex-col gap-2">
              <h2 className={name === "overdue" ? "font-semibold text-danger" : "font-semibold"}>
                {t(`tasks.group.${name}`)}{" "}
                <span className="text-sm font-normal text-ink-muted tabular-nums">{rows.length}</span>
              </h2>
              <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
                {rows.map((task) => (
                  <li key={task.id} data-task-id={task.id}>
                    <Row task={task} people={people} />
                  </li>
                ))}
              </ul>
            </section>
          ))}
          {shown?.length === 0 && <p className="text-ink-muted">{t("tasks.noneMine")}</p>}
        </div>
      )}
    </div>
  );
}

function Row({ task, people }: { task: TaskRow; people: Person[] }) {
  const t = useTranslations("tasks");
  const moment = useMoment();
  const isLate = isOverdue(task, new Date());
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2.5">
      <PlaceLink
        to={{ item: `task-${task.id}` }}
        className="flex min-w-48 flex-1 items-center gap-1.5 font-medium wrap-anywhere hover:text-accent"
      >
        {task.priority === "2" && <Flame aria-label={t("important")} className="size-4 shrink-0 text-danger" />}
        {task.title}
      </PlaceLink>
      <span className="flex items-center gap-3 text-sm text-ink-muted tabular-nums">
        {task.checklist.total > 0 && (
          <span className="inline-flex items-center gap-1" title={t("checklist")}>
            <ListChecks aria-hidden className="size-3.5" />
            {task.checklist.complete}/{task.checklist.total}
          </span>
        )}
        {task.comments > 0 && (
          <span className="inline-flex items-center gap-1" title={t("comments")}>
            <MessageSquareText aria-hidden className="size-3.5" />
            {task.comments}
          </span>
        )}
      </span>
      <span className="w-44 min-w-0 text-sm max-sm:w-auto">
        <PersonName id={task.responsibleId} people={people} />
      </span>
      <span
        className={`w-36 text-sm tabular-nums max-sm:w-auto ${isLate ? "font-medium text-danger" : "text-ink-muted"}`}
      >
        {task.deadline ? moment.dateAndTime(task.deadline) : t("noDeadline")}
      </span>
      <span className="w-32 max-sm:w-auto">
        <TaskStatusBadge task={task} />
      </span>
    </div>
  );
}

export function TaskStatusBadge({ task }: { task: TaskRow }) {
  const t = useTranslations("tasks");
  const status = statusOf(task);
  return (
    <StatusBadge tone={status?.tone ?? "neutral"}>
      {status ? t(`status.${status.name}`) : t("status.other", { status: String(task.status) })}
    </StatusBadge>
  );
}
