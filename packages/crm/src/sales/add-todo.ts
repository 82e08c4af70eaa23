import type { B24Client, CallOptions } from "@botdeck/b24-client";

const TYPE_OF = { lead: 1, deal: 2, contact: 3, company: 4 } as const;

/** A thing to do in the CRM. */
export type CrmTodo = {
  ownerType: keyof typeof TYPE_OF;
  ownerId: string;
  title: string;
  /** ISO 8601 with an offset. */
  deadlineAt: string;
  /** Portal user id. */
  responsibleId: string;
};

/**
 * Puts a thing to do into the timeline of a record.
 *
 * @returns The activity's id.
 * @see Bitrix24 docs: crm/timeline/activities/todo/crm-activity-todo-add
 */
export async function addTodo(
  client: B24Client,
  { ownerType, ownerId, title, deadlineAt, responsibleId }: CrmTodo,
  options?: CallOptions,
): Promise<string | null> {
  const todo = { ownerTypeId: TYPE_OF[ownerType], ownerId, title, deadline: deadlineAt, responsibleId };
  return (await client.call("crm.activity.todo.add", todo, options)).id ?? null;
}

/** The same thing to do, made since a moment; null when there is none. @see Bitrix24 docs: crm.activity.list */
export async function findTodo(
  client: B24Client,
  { ownerType, ownerId, title, deadlineAt, responsibleId }: CrmTodo,
  since: Date,
  options?: CallOptions,
): Promise<string | null> {
  const filter = { OWNER_TYPE_ID: TYPE_OF[ownerType], OWNER_ID: ownerId, RESPONSIBLE_ID: responsibleId };
  const select = ["ID", "SUBJECT", "DEADLINE", "CREATED", "RESPONSIBLE_ID"];
  const rows = await client.call("crm.activity.list", { filter, select, order: { ID: "DESC" } }, options);
  const same = rows.find(
    (row) =>
      row.SUBJECT === title &&
      row.RESPONSIBLE_ID === responsibleId &&
      Date.parse(row.DEADLINE ?? "") === Date.parse(deadlineAt) &&
      Date.parse(row.CREATED ?? "") >= since.getTime(),
  );
  return same?.ID ?? null;
}
