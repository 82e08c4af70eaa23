import type { B24Client, CallOptions } from "@botdeck/b24-client";

export type NewTask = {
  /** Stable id of the cause, such as `workflow:0198…:ask-manager`; it becomes the task's XML_ID. */
  originId: string;
  title: string;
  description: string;
  /** Portal user id; null gives it to the person whose rights the client has. */
  responsibleId: string | null;
  /** ISO 8601 with an offset; null for no deadline. */
  deadlineAt: string | null;
};

/**
 * Creates a task, or returns the one that an earlier try left behind.
 *
 * The docs list XML_ID among the fields that a task list can show, not among those it can filter by. So the filter is a
 * hint to the portal, and what counts is the XML_ID of the tasks that come back, newest first: a portal that ignores the
 * hint is searched through its 50 newest tasks, which a retry after minutes is among.
 *
 * @returns The Bitrix24 task id.
 * @throws B24Error `forbidden` when the webhook or app lacks the `task` scope.
 * @see Bitrix24 docs: tasks.task.list, tasks.task.add
 */
export async function createTaskOnce(client: B24Client, input: NewTask, options?: CallOptions): Promise<string> {
  const existing = await findTask(client, input.originId, options);
  if (existing !== null) return existing;
  const fields = {
    TITLE: input.title,
    DESCRIPTION: input.description,
    // The portal demands a responsible person.
    RESPONSIBLE_ID: input.responsibleId ?? (await client.call("profile", {}, options)).ID,
    XML_ID: input.originId,
    ...(input.deadlineAt === null ? {} : { DEADLINE: input.deadlineAt }),
  };
  const { task } = await client.call("tasks.task.add", { fields }, options);
  return task.id;
}

/** The task that a cause left behind, by its XML_ID, or null; see `createTaskOnce` for how sure that is. */
export async function findTask(client: B24Client, originId: string, options?: CallOptions): Promise<string | null> {
  const query = { filter: { XML_ID: originId }, select: ["ID", "XML_ID"], order: { ID: "desc" } } as const;
  const { tasks } = await client.call("tasks.task.list", { ...query, select: [...query.select] }, options);
  return tasks.find((task) => task.xmlId === originId)?.id ?? null;
}
