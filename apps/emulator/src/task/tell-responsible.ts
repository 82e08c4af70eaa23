import { notifyPerson } from "../chat/notifications.ts";
import type { Portal } from "../portal.ts";
import type { Language, Task } from "../state/model.ts";

const TEXTS: Record<Language, (title: string) => string> = {
  en: (title) => `You are responsible for the task: ${title}`,
  ru: (title) => `Вы назначены ответственным за задачу: ${title}`,
};

/** Tells somebody that a task is theirs now, unless they took it themselves. */
export function tellResponsible(portal: Portal, task: Task, byPersonId: number): void {
  const person = portal.state.people.get(task.responsibleId);
  if (person === undefined || person.id === byPersonId) return;
  const text = TEXTS[person.language](
    `[URL=/company/personal/user/${person.id}/tasks/task/view/${task.id}/]${task.title}[/URL]`,
  );
  const tag = `TASKS|TASK|${task.id}|${person.id}|RESPONSIBLE`;
  const source = { module: "tasks", event: "manage" };
  notifyPerson(portal, { userId: person.id, authorId: byPersonId, kind: "personal", text, tag, ...source });
}
