import { canSeeGroup, groupMembers } from "../../people/work-groups.ts";
import type { WorkGroup } from "../../state/people.ts";
import { isoDate } from "../../wire/iso-date.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { page } from "../page.ts";
import { integer, record, upperKeys } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { filterOf, orderOf } from "../row-filter.ts";

type Row = Record<string, unknown>;

/** Groups and projects that the caller is in. Bitrix24 docs: api-reference/sonet-group. */
export const workGroupMethods: RestMethod[] = [
  { name: "sonet_group.get", scopes: ["sonet_group", "sonet"], missing: "own", run: getGroups },
  { name: "sonet_group.user.get", scopes: ["sonet_group", "sonet"], run: getMembers },
];

function getGroups(call: Call): Answer {
  const params = upperKeys(call.params);
  const groups = [...call.portal.state.workGroups.values()].filter((group) => canSeeGroup(call.caller.user, group));
  const rows = groups.map(view);
  const fields = Object.keys(rows[0] ?? {});
  const readColumn = (field: string): ((row: Row) => unknown) | null =>
    fields.length === 0 || fields.includes(field.toUpperCase()) ? (row) => row[field.toUpperCase()] : null;
  const groupId = integer(params, "GROUP_ID");
  const filter = { ...record(params, "FILTER"), ...(groupId !== null && { ID: groupId }) };
  const found = rows.filter(filterOf(filter, readColumn));
  const compare = orderOf(record(params, "ORDER"), readColumn);
  return page(compare === null ? found : found.toSorted(compare), integer(params, "START") ?? 0);
}

function view(group: WorkGroup): Row {
  const at = isoDate(new Date(group.createdAt));
  return {
    ID: String(group.id),
    SITE_ID: "s1",
    NAME: group.name,
    DESCRIPTION: group.description,
    DATE_CREATE: at,
    DATE_UPDATE: at,
    ACTIVE: "Y",
    VISIBLE: "Y",
    OPENED: group.isOpen ? "Y" : "N",
    CLOSED: "N",
    SUBJECT_ID: "1",
    OWNER_ID: String(group.ownerId),
    KEYWORDS: null,
    NUMBER_OF_MEMBERS: String(groupMembers(group).length),
    DATE_ACTIVITY: at,
    SUBJECT_NAME: "Workgroups",
    PROJECT: group.isProject ? "Y" : "N",
    IS_EXTRANET: "N",
  };
}

/** `A` is the owner, `E` a moderator, `K` a member. */
function getMembers(call: Call): Answer {
  const group = call.portal.state.workGroups.get(integer(upperKeys(call.params), "ID") ?? 0);
  if (group === undefined || !canSeeGroup(call.caller.user, group)) {
    throw badRequest("ERROR_CORE", "Socialnetwork group not found");
  }
  const roleOf = (id: number): string => (id === group.ownerId ? "A" : group.moderatorIds.includes(id) ? "E" : "K");
  return { result: groupMembers(group).map((id) => ({ USER_ID: String(id), ROLE: roleOf(id) })) };
}
