import { notifyPerson } from "../chat/notifications.ts";
import type { Portal } from "../portal.ts";
import type { Language } from "../state/model.ts";
import type { WorkflowTask } from "../state/workflow.ts";

const TEXTS: Record<Language, (task: WorkflowTask) => string> = {
  en: ({ templateName, documentName }) => `${templateName}: your decision on "${documentName}" is needed.`,
  ru: ({ templateName, documentName }) => `${templateName}: нужно ваше решение по «${documentName}».`,
};

/** Tells somebody that a workflow waits for their decision. */
export function tellApprover(portal: Portal, task: WorkflowTask): void {
  const person = portal.state.people.get(task.userId);
  if (person === undefined) return;
  const source = { module: "bizproc", event: "activity" };
  const text = TEXTS[person.language](task);
  const tag = `BIZPROC|TASK|${task.id}`;
  notifyPerson(portal, { userId: person.id, authorId: task.startedBy, kind: "personal", text, tag, ...source });
}
