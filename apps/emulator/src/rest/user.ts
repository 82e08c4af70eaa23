import type { Person } from "../state/model.ts";
import { isoDate } from "../wire/iso-date.ts";
import type { Call, RestMethod } from "./method.ts";
import { page } from "./page.ts";
import { integer, list, record, upperKeys } from "./params.ts";

const USER_SCOPES = ["user", "user_basic", "user_brief"];

/** Accounts of the portal. Bots and open line clients are not among them. Bitrix24 docs: api-reference/user. */
export const userMethods: RestMethod[] = [
  {
    name: "user.current",
    missing: "own",
    scopes: USER_SCOPES,
    run: ({ portal, caller }) => ({ result: view(caller.user, portal.now()) }),
  },
  { name: "user.get", scopes: USER_SCOPES, missing: "own", run: getUsers },
];

function getUsers({ portal, params }: Call): ReturnType<typeof page> {
  const upper = upperKeys(params);
  const filter = upperKeys({ ...record(upper, "FILTER"), ...(upper["ID"] !== undefined && { ID: upper["ID"] }) });
  const people = [...portal.state.people.values()].filter(({ role }) => role !== "client" && role !== "bot");
  const rows = people.map((person) => view(person, portal.now())).filter((row) => matches(row, filter));
  return page(rows, integer(upper, "START") ?? 0);
}

function matches(row: Record<string, unknown>, filter: Record<string, unknown>): boolean {
  return Object.keys(filter).every((name) => {
    if (name === "ACTIVE") return !["false", "N", "0"].includes(String(filter[name]));
    const wanted = list(filter, name).map(String);
    return row[name] === undefined || wanted.includes(String(row[name]));
  });
}

function view(person: Person, now: Date): Record<string, unknown> {
  return {
    ID: String(person.id),
    ACTIVE: true,
    NAME: person.firstName,
    LAST_NAME: person.lastName,
    SECOND_NAME: "",
    EMAIL: `user${person.id}@portal.example`,
    LAST_LOGIN: isoDate(now),
    IS_ONLINE: "Y",
    TIME_ZONE: "",
    PERSONAL_GENDER: person.gender,
    PERSONAL_MOBILE: "",
    WORK_PHONE: "",
    WORK_POSITION: person.workPosition,
    UF_DEPARTMENT: [1],
    USER_TYPE: "employee",
  };
}
