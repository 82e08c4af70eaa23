import type { CrmRecord } from "../state/crm.ts";

/** What people call an entity: a contact's name, otherwise the title. */
export function titleOf({ title, name, secondName, lastName }: CrmRecord): string {
  return title ?? [name, secondName, lastName].filter((part) => part !== null && part !== "").join(" ");
}
