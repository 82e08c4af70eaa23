import { employeesOf, profileOf } from "../../people/profiles.ts";
import type { Person } from "../../state/model.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { page } from "../page.ts";
import { flag, integer, list, record, text, upperKeys, type Params } from "../params.ts";
import { filterOf, orderOf } from "../row-filter.ts";
import { fieldsFor, USER_SCOPES } from "./user-fields.ts";
import { userView } from "./user-view.ts";

type Row = Record<string, unknown>;

/** Accounts of the portal. Bots and open line clients are not among them. Bitrix24 docs: api-reference/user. */
export const userMethods: RestMethod[] = [
  { name: "user.current", scopes: USER_SCOPES, missing: "own", run: (call) => ({ result: ownView(call) }) },
  { name: "user.get", scopes: USER_SCOPES, missing: "own", run: getUsers },
  { name: "user.search", scopes: USER_SCOPES, missing: "own", run: searchUsers },
  {
    name: "user.fields",
    scopes: USER_SCOPES,
    missing: "own",
    run: ({ caller }) => ({ result: fieldsFor(caller.scopes) }),
  },
  { name: "user.admin", scopes: [], missing: "own", run: ({ caller }) => ({ result: caller.user.role === "manager" }) },
];

function ownView({ portal, caller }: Call): Row {
  return userView(portal, caller.user, caller.scopes);
}

/** The filter may stand in FILTER or, as in old calls, beside the other parameters. */
function getUsers(call: Call): Answer {
  const params = upperKeys(call.params);
  const fields = Object.keys(fieldsFor(call.caller.scopes));
  const beside = Object.entries(params).filter(([name]) => fields.includes(name.replace(/^[^A-Z]+/, "")));
  const { NAME_SEARCH, ...filter } = upperKeys({ ...Object.fromEntries(beside), ...record(params, "FILTER") });
  return listUsers(call, params, foundBy(call, String(NAME_SEARCH ?? "")), filter);
}

/** FIND looks for every word at the start of a name, a position, a department or an address. */
function searchUsers(call: Call): Answer {
  const params = upperKeys(call.params);
  const { FIND, UF_DEPARTMENT_NAME, ...filter } = upperKeys(record(params, "FILTER"));
  const department = String(UF_DEPARTMENT_NAME ?? "")
    .replaceAll("%", "")
    .toLowerCase();
  const people = foundBy(call, String(FIND ?? text(params, "FIND"))).filter((person) =>
    departmentNames(call, person).some((name) => name.startsWith(department)),
  );
  // A search takes the beginnings of texts where a list wants them whole.
  const prefixes = Object.entries(filter).map(([name, value]): [string, unknown] =>
    typeof value === "string" && /^(?:LAST_|SECOND_)?NAME$|^WORK_POSITION$/.test(name)
      ? [`=%${name}`, `${value.replace(/%$/, "")}%`]
      : [name, value],
  );
  return listUsers(call, params, people, Object.fromEntries(prefixes));
}

function isFoundBy({ portal }: Call, person: Person, word: string): boolean {
  const { email } = profileOf(portal.state, person);
  const { firstName, lastName, workPosition } = person;
  const parts = [firstName, lastName, ...workPosition.split(" "), email].map((part) => part.toLowerCase());
  return [...parts, ...departmentNames({ portal }, person)].some((part) => part.replace("(", "").startsWith(word));
}

function departmentNames({ portal }: Pick<Call, "portal">, person: Person): string[] {
  const { departmentIds } = profileOf(portal.state, person);
  const departments = departmentIds.flatMap((id) => portal.state.departments.get(id) ?? []);
  // Who belongs nowhere is found when no department is asked for.
  return ["", ...departments.map(({ name }) => name.toLowerCase())];
}

/** Whom all words of a text fit; everybody for an empty one. */
function foundBy(call: Call, find: string): Person[] {
  const words = find
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return employeesFor(call).filter((person) => words.every((word) => isFoundBy(call, person, word)));
}

/** Only managers see who has left. */
function employeesFor({ portal, caller }: Call): Person[] {
  const people = employeesOf(portal.state);
  return caller.user.role === "manager" ? people : people.filter((person) => profileOf(portal.state, person).isActive);
}

function listUsers({ portal, caller }: Call, params: Params, people: Person[], filter: Params): Answer {
  const fields = Object.keys(fieldsFor(caller.scopes));
  const readColumn = (field: string): ((row: Row) => unknown) | null =>
    fields.includes(field.toUpperCase()) ? (row) => row[field.toUpperCase()] : null;
  const rows = people.map((person) => userView(portal, person, caller.scopes));
  const found = rows.filter(filterOf(withActiveFlag(filter), readColumn));
  const sort = text(params, "SORT");
  const compare = sort === "" ? null : orderOf({ [sort]: text(params, "ORDER") || "ASC" }, readColumn);
  const { result, ...counted } = page(
    compare === null ? found : found.toSorted(compare),
    integer(params, "START") ?? 0,
  );
  return { result: result.map((row) => selected(row, list(params, "SELECT").map(String))), ...counted };
}

/** `true`, `Y` and 1 are the same here. */
function withActiveFlag(filter: Params): Params {
  const name = Object.keys(filter).find((key) => key.endsWith("ACTIVE"));
  return name === undefined ? filter : { ...filter, [name]: flag(filter, name, true) };
}

/** Only what `select` names; `*` and `UF_*` are masks, and the number is always there. */
function selected(row: Row, masks: string[]): Row {
  if (masks.length === 0 || masks.includes("*")) return row;
  const isWanted = (name: string): boolean =>
    masks.some((mask) => (mask.endsWith("*") ? name.startsWith(mask.slice(0, -1)) : name === mask));
  return Object.fromEntries(Object.entries(row).filter(([name]) => name === "ID" || isWanted(name)));
}
