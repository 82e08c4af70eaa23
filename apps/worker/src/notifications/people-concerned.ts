import type { RecordChange, RecordPerson } from "@botdeck/core";
import type { Directory } from "@botdeck/crm";
import { isAbout } from "@botdeck/notifications";

import type { PortalRules } from "./portal-rules.ts";

const PEOPLE_FIELDS = ["responsibleId", "creatorId", "changedById", "movedById", "commentAuthorId", "participantIds"];

type Facts = Readonly<Record<string, unknown>> | null;
type Asked = Pick<PortalRules, "rules" | "settings"> & {
  change: Pick<RecordChange, "subject" | "change" | "posted" | "record" | "userId">;
  before: Facts;
  /** Who is told where nothing else says who is. */
  byDefault: readonly string[];
};

/**
 * Everybody who has to do with a record or may be told of it, by portal user id: its people with their heads, whom the rules
 * about this change name, and who is told by default. Whoever has left is not among them.
 *
 * @throws B24Error when the portal does not answer or refuses.
 */
export async function peopleConcerned(
  directory: Directory,
  { change, before, rules, settings, byDefault }: Asked,
): Promise<Record<string, RecordPerson>> {
  const { record, userId } = change;
  const audience = rules.flatMap((rule) => (rule.isEnabled && isAbout(rule, change) ? rule.audience : []));
  const departments = audience.flatMap((one) => {
    if (one.kind === "department") return [one.id];
    return one.kind === "order_department" && settings.orderDepartmentId !== null ? [settings.orderDepartmentId] : [];
  });
  const members = await Promise.all([...new Set(departments)].map((id) => directory.membersOf(id)));
  const named = audience.flatMap((one) => (one.kind === "person" ? [one.id] : []));
  const own = [
    ...idsIn(record),
    ...idsIn({ responsibleId: before?.["responsibleId"] }),
    ...(userId === null ? [] : [userId]),
  ];
  const heads = await Promise.all([...new Set(own)].map((id) => directory.headsAbove(id)));
  const all = [...own, ...heads.flat(), ...named, ...byDefault, ...members.flat().map(({ id }) => id)];
  const found = await Promise.all([...new Set(all)].map(async (id) => [id, await personOf(directory, id)] as const));
  const marked = (id: string, person: RecordPerson): RecordPerson =>
    byDefault.includes(id) ? { ...person, isByDefault: true } : person;
  return Object.fromEntries(found.flatMap(([id, person]) => (person === null ? [] : [[id, marked(id, person)]])));
}

async function personOf(directory: Directory, id: string): Promise<RecordPerson | null> {
  const colleague = await directory.person(id);
  if (colleague === null || !colleague.isActive) return null;
  return { name: colleague.name, headIds: await directory.headsAbove(id), departmentIds: colleague.departments };
}

function idsIn(facts: Facts): string[] {
  const values = PEOPLE_FIELDS.flatMap((field): unknown[] => {
    const value = facts?.[field];
    return Array.isArray(value) ? value : [value];
  });
  return values.filter((id): id is string => typeof id === "string" && /^[1-9]\d*$/.test(id));
}
