import { type B24Client, type CallOptions, createOnce, findCreated } from "@botdeck/b24-client";

import { findClientCards } from "../clients/find-client-cards.ts";
import { finishFirst } from "../finish-first.ts";

export type NewTask = {
  /** Stable id of the cause, such as `workflow:0198…:ask-manager`; it becomes the task's XML_ID. */
  originId: string;
  title: string;
  description: string;
  /** Portal user id; null gives it to the person whose rights the client has. */
  responsibleId: string | null;
  /** ISO 8601 with an offset; null for no deadline. */
  deadlineAt: string | null;
  /** Ids of files on the portal's disk that belong to it. */
  diskFileIds?: readonly string[] | undefined;
  /** The project it belongs to. */
  groupId?: string | undefined;
  /** Portal user id of who has set it; others than the client's person only an administrator may name. */
  createdBy?: string | undefined;
  /** Portal user ids of who else sees it and hears of it. */
  auditorIds?: readonly string[] | undefined;
  tags?: readonly string[] | undefined;
  /** `connector|line|connector chat|connector user` of the client it is about: it shows in their lead and contact. */
  clientEntityId?: string | undefined;
};

export type TaskOptions = CallOptions & {
  /** False when nobody can have made it before: then it is not looked for. */
  mayExist?: boolean;
  /** Tells who is responsible when nobody is named; asked of the portal each time when left out. */
  defaultResponsible?: (options: CallOptions) => Promise<string>;
};

/**
 * Creates a task, or returns the one that an earlier try left behind. It makes one attempt, and tells when that ends in
 * doubt. A client whom the CRM does not know, or does not let us see, does not keep it from being made.
 *
 * @returns The Bitrix24 task id.
 * @throws B24Error `forbidden` when the webhook or app lacks the `task` scope.
 * @see Bitrix24 docs: tasks.task.list, tasks.task.add
 */
export async function createTaskOnce(client: B24Client, input: NewTask, options: TaskOptions = {}): Promise<string> {
  const { mayExist = true, defaultResponsible = (by) => readOwner(client, by), ...call } = options;
  const { diskFileIds = [], clientEntityId, deadlineAt, responsibleId } = input;
  const { groupId, createdBy, auditorIds = [], tags = [] } = input;
  if (mayExist) {
    const existing = await findTask(client, input.originId, call);
    if (existing !== null) return existing;
  }
  const ready = mayExist ? finishFirst(call) : call;
  // At once, so that they may share a request.
  const [cards, responsible] = await Promise.all([
    clientEntityId === undefined ? null : findClientCards(client, clientEntityId, ready),
    // The portal demands a responsible person.
    responsibleId ?? defaultResponsible(ready),
  ]);
  const bindings = [cards?.leadId && `L_${cards.leadId}`, cards?.contactId && `C_${cards.contactId}`].filter(Boolean);
  const fields = {
    TITLE: input.title,
    DESCRIPTION: input.description,
    RESPONSIBLE_ID: responsible,
    XML_ID: input.originId,
    ...(deadlineAt !== null && { DEADLINE: deadlineAt }),
    ...(diskFileIds.length > 0 && { UF_TASK_WEBDAV_FILES: diskFileIds.map((id) => `n${id}`) }),
    ...(bindings.length > 0 && { UF_CRM_TASK: bindings }),
    ...(groupId !== undefined && { GROUP_ID: groupId }),
    ...(createdBy !== undefined && { CREATED_BY: createdBy }),
    ...(auditorIds.length > 0 && { AUDITORS: auditorIds }),
    ...(tags.length > 0 && { TAGS: tags }),
  };
  return createOnce(client, "tasks.task.add", { fields }, { ...finishFirst(call), patienceMs: 0 });
}

/** The person whose rights the client has. */
export async function readOwner(client: B24Client, options?: CallOptions): Promise<string> {
  return String((await client.call("profile", {}, options)).ID);
}

/** The task that a cause left behind, by its XML_ID, or null. */
export async function findTask(client: B24Client, originId: string, options?: CallOptions): Promise<string | null> {
  const task = { fields: { XML_ID: originId } };
  return findCreated(client, "tasks.task.add", task, { ...options, patienceMs: 0 });
}
