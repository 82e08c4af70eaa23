import { Button, Dialog, Skeleton } from "@botdeck/ui";
import { CircleCheck, MessagesSquare, Play, RotateCcw, SquareCheck, Square } from "lucide-react";
import { useTranslations } from "use-intl";
import type { TaskCard } from "../api/portal-types.ts";
import type { Person } from "../api/types.ts";
import { plainBb } from "../bb/bb-node.ts";
import { parseBb } from "../bb/parse-bb.ts";
import { MessageFiles } from "../chat/message-files.tsx";
import { useMoment } from "../chat/use-moment.ts";
import { NewComment } from "../crm/new-comment.tsx";
import { LoadProblem } from "../live/load-problem.tsx";
import { usePortal } from "../live/portal-context.ts";
import { useLive } from "../live/use-live.ts";
import { Fact, Facts, Section } from "../portal/facts.tsx";
import { PersonName } from "../portal/person-name.tsx";
import { useAct } from "../portal/use-act.ts";
import { PlaceLink } from "../url/place-link.tsx";
import { isOpen, statusOf } from "./task-status.ts";
import { TaskStatusBadge } from "./tasks-tab.tsx";

type Props = { taskId: string; actor: Person; people: Person[]; onClose: () => void };

/** One task: what is to be done, what was said and changed; begun, completed and taken up again from here. */
export function TaskDrawer({ taskId, actor, people, onClose }: Props) {
  const t = useTranslations();
  const { api } = usePortal();
  const task = useLive(
    taskId,
    () => api.task(taskId),
    (news) =>
      news.type === "task" || news.type === "message" || (news.type === "portal" && news.event.startsWith("ONTASK")),
  );
  const { act, isBusy } = useAct(actor);
  const { data } = task;

  async function change(method: string, params: Record<string, unknown>): Promise<boolean> {
    const isDone = await act(method, params);
    if (isDone) await task.reload();
    return isDone;
  }

  return (
    <Dialog
      isOpen
      onOpenChange={(open) => !open && onClose()}
      side="right"
      title={data?.title ?? "…"}
      text={data && t("tasks.numbered", { id: data.id })}
      closeLabel={t("app.close")}
      footer={
        data && (
          <>
            {isOpen(data) && statusOf(data)?.name !== "inProgress" && (
              <Button isBusy={isBusy} onClick={() => void change("tasks.task.start", { taskId })}>
                <Play aria-hidden />
                {t("tasks.start")}
              </Button>
            )}
            {isOpen(data) ? (
              <Button variant="primary" isBusy={isBusy} onClick={() => void change("tasks.task.complete", { taskId })}>
                <CircleCheck aria-hidden />
                {t("tasks.complete")}
              </Button>
            ) : (
              <Button isBusy={isBusy} onClick={() => void change("tasks.task.renew", { taskId })}>
                <RotateCcw aria-hidden />
                {t("tasks.renew")}
              </Button>
            )}
          </>
        )
      }
    >
      <LoadProblem of={task} title={t("problem.load")} />
      {!data && task.error === null && <Skeleton className="h-48" />}
      {data && (
        <TaskBody
          task={data}
          people={people}
          isBusy={isBusy}
          onComment={(text) => change("task.commentitem.add", { TASKID: taskId, FIELDS: { POST_MESSAGE: text } })}
        />
      )}
    </Dialog>
  );
}

type BodyProps = {
  task: TaskCard;
  people: Person[];
  isBusy: boolean;
  onComment: (text: string) => Promise<boolean>;
};

function TaskBody({ task, people, isBusy, onComment }: BodyProps) {
  const t = useTranslations("tasks");
  const moment = useMoment();
  const names = (ids: readonly string[]) =>
    ids.length > 0 && (
      <ul className="flex flex-col gap-1">
        {ids.map((id) => (
          <li key={id}>
            <PersonName id={id} people={people} />
          </li>
        ))}
      </ul>
    );
  /** A portal keeps the usual name of a checklist as a code and shows it in the reader's language. */
  const headingOf = (title: string) => {
    const number = /^BX_CHECKLIST_(\d+)$/u.exec(title)?.[1];
    return number === undefined ? title : t("checklistNumbered", { number });
  };
  return (
    <div className="flex flex-col gap-4">
      <div>
        <TaskStatusBadge task={task} />
      </div>
      {task.description && <p className="whitespace-pre-wrap wrap-anywhere">{plainBb(parseBb(task.description))}</p>}
      <Facts>
        <Fact name={t("responsible")}>{names([task.responsibleId])}</Fact>
        <Fact name={t("createdBy")}>{names([task.createdBy])}</Fact>
        <Fact name={t("accomplices")}>{names(task.accompliceIds)}</Fact>
        <Fact name={t("auditors")}>{names(task.auditorIds)}</Fact>
        <Fact name={t("deadline")}>{task.deadline ? moment.dateAndTime(task.deadline) : t("noDeadline")}</Fact>
        <Fact name={t("created")}>{moment.dateAndTime(task.createdAt)}</Fact>
        <Fact name={t("tags")}>{task.tags.join(", ")}</Fact>
        <Fact name={t("crmLinks")}>{task.crmLinks.join(", ")}</Fact>
        <Fact name={t("xmlId")}>{task.xmlId && <code className="font-mono text-sm">{task.xmlId}</code>}</Fact>
      </Facts>
      {task.dialogId && (
        <PlaceLink
          to={{ page: "chat", dialogId: task.dialogId, item: null }}
          className="flex items-center gap-2 rounded-md border border-line px-3 py-2 font-medium text-accent hover:border-line-strong"
        >
          <MessagesSquare aria-hidden className="size-4" />
          {t("chat")}
        </PlaceLink>
      )}
      {task.files.length > 0 && (
        <Section title={t("files")}>
          <div className="flex flex-wrap items-start gap-2">
            <MessageFiles files={task.files} />
          </div>
        </Section>
      )}
      {task.checklistItems.length > 0 && (
        <Section title={t("checklist")}>
          <ul className="flex flex-col gap-1">
            {task.checklistItems.map(({ id, title, isComplete, isHeading }) => (
              <li key={id} className={isHeading ? "font-medium" : "flex items-center gap-2"}>
                {!isHeading &&
                  (isComplete ? (
                    <SquareCheck aria-label={t("done")} className="size-4 shrink-0 text-human" />
                  ) : (
                    <Square aria-label={t("open")} className="size-4 shrink-0 text-ink-muted" />
                  ))}
                {isHeading ? headingOf(title) : title}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {task.results.length > 0 && (
        <Section title={t("results")}>
          {task.results.map(({ id, text }) => (
            <p key={id} className="rounded-md bg-human-tint px-3 py-2 whitespace-pre-wrap">
              {plainBb(parseBb(text))}
            </p>
          ))}
        </Section>
      )}
      <Section title={t("comments")}>
        {task.said.map(({ id, authorId, text, at }) => (
          <div key={id} className="flex flex-col gap-0.5">
            <p className="flex items-center gap-2 text-sm text-ink-muted">
              <PersonName id={authorId} people={people} />
              <time dateTime={at}>{moment.dateAndTime(at)}</time>
            </p>
            <p className="whitespace-pre-wrap wrap-anywhere">{plainBb(parseBb(text))}</p>
          </div>
        ))}
        <NewComment isBusy={isBusy} onAdd={onComment} />
      </Section>
      {task.history.length > 0 && (
        <Section title={t("history")}>
          <ol className="flex flex-col gap-1.5 text-sm">
            {task.history.map(({ id, personId, at, field, from, to }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-2">
                <time dateTime={at} className="text-ink-muted tabular-nums">
                  {moment.dateAndTime(at)}
                </time>
                <PersonName id={personId} people={people} />
                <code className="font-mono text-xs">{field}</code>
                <span className="min-w-0 wrap-anywhere text-ink-muted">{[from, to].filter(Boolean).join(" → ")}</span>
              </li>
            ))}
          </ol>
        </Section>
      )}
    </div>
  );
}
