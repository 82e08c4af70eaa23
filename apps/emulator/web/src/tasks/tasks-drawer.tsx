import { Button, Dialog, EmptyState, Skeleton } from "@botdeck/ui";
import { ClipboardList } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Person } from "../api/types.ts";
import { LoadProblem } from "../live/load-problem.tsx";
import { usePortal } from "../live/portal-context.ts";
import { useLive } from "../live/use-live.ts";
import { TaskCard } from "./task-card.tsx";

/** The button with the number of tasks, and the drawer that it opens. */
export function TasksDrawer({ people }: { people: Person[] }) {
  const t = useTranslations();
  const { api } = usePortal();
  const [isOpen, setOpen] = useState(false);
  const tasks = useLive("tasks", api.tasks, (news) => news.type === "task");
  const rows = tasks.data?.toSorted((one, other) => other.createdAt.localeCompare(one.createdAt));
  return (
    <>
      <Button variant="ghost" onClick={() => setOpen(true)}>
        <ClipboardList aria-hidden />
        <span className="max-sm:sr-only">{t("tasks.title")}</span>
        <span className="tabular-nums">{rows?.length}</span>
      </Button>
      <Dialog
        side="right"
        isOpen={isOpen}
        onOpenChange={setOpen}
        title={t("tasks.title")}
        text={t("tasks.text")}
        closeLabel={t("app.close")}
      >
        <LoadProblem of={tasks} title={t("problem.tasks")} className="mb-3" />
        {!rows && tasks.error === null && <Skeleton className="h-28" />}
        {rows?.length === 0 && (
          <EmptyState icon={<ClipboardList />} title={t("tasks.none")} text={t("tasks.noneText")} />
        )}
        <ul className="flex flex-col gap-3">
          {rows?.map((task) => (
            <li key={task.id}>
              <TaskCard task={task} responsible={people.find((person) => person.id === task.responsibleId)} />
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}
