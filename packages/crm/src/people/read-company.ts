import { type B24Client, type CallOptions, callTogether, command, type Told } from "@botdeck/b24-client";

import { must } from "../clients/told.ts";
import type { Colleague, Company, Department } from "./company.ts";

const PAGE_SIZE = 50;
/** A portal takes no more commands in one request. */
const PAGES_TOGETHER = 50;
/** Larger companies are read as far as this; whoever is not among them is looked up when they turn up. */
const MOST_PEOPLE = 10_000;
const PERSON_FIELDS = ["ID", "ACTIVE", "NAME", "LAST_NAME", "WORK_POSITION", "UF_DEPARTMENT"];

type Rows<Row> = { rows: readonly Row[]; total: number };
type PersonRow = {
  ID: string;
  ACTIVE?: boolean | null;
  NAME?: string | null;
  LAST_NAME?: string | null;
  WORK_POSITION?: string | null;
  UF_DEPARTMENT?: readonly (number | null)[] | null;
};
type DepartmentRow = { ID: string; NAME?: string | null; PARENT?: string | null; UF_HEAD?: string | null };

/**
 * Reads all departments and everybody with an account: two requests for a company of fifty, four for one of some
 * thousands. Bots and clients are not among them.
 *
 * @throws B24Error `forbidden` without the scopes `department` and `user_brief`.
 * @see Bitrix24 docs: departments/department-get, user/user-get
 */
export async function readCompany(client: B24Client, options: CallOptions): Promise<Company> {
  const [departments, people] = await Promise.all([readDepartments(client, options), readPeople(client, options)]);
  return {
    departments: new Map(departments.map((department) => [department.id, department])),
    people: new Map(people.map((person) => [person.id, person])),
  };
}

/** One account; null for a bot, a client, or nobody. */
export async function readColleague(client: B24Client, id: string, options: CallOptions): Promise<Colleague | null> {
  const rows = await client.call("user.get", { FILTER: { ID: id }, select: PERSON_FIELDS }, options);
  const row = rows.find((one) => one.ID === id);
  return row === undefined ? null : colleagueOf(row);
}

async function readDepartments(client: B24Client, options: CallOptions): Promise<Department[]> {
  const page = (START: number) => ({ sort: "ID", order: "ASC", START });
  const first = await client.ask("department.get", page(0), options);
  const rows = await withOtherPages({ rows: first.result, total: first.total ?? 0 }, async (starts) => {
    const commands = starts.map((start) => [`from${start}`, command("department.get", page(start))] as const);
    return Object.values(await callTogether(client, Object.fromEntries(commands), options));
  });
  return rows.map(({ ID, NAME, PARENT, UF_HEAD }: DepartmentRow) => ({
    id: ID,
    name: NAME ?? "",
    parentId: idOf(PARENT),
    headId: idOf(UF_HEAD),
  }));
}

async function readPeople(client: B24Client, options: CallOptions): Promise<Colleague[]> {
  const page = (start: number) => ({ sort: "ID", order: "ASC", select: PERSON_FIELDS, start });
  const first = await client.ask("user.get", page(0), options);
  const total = Math.min(first.total ?? 0, MOST_PEOPLE);
  const rows = await withOtherPages({ rows: first.result, total }, async (starts) => {
    const commands = starts.map((start) => [`from${start}`, command("user.get", page(start))] as const);
    return Object.values(await callTogether(client, Object.fromEntries(commands), options));
  });
  return rows.map(colleagueOf);
}

/** The rows of the first page and those of all others, many pages in a request. */
async function withOtherPages<Row>(
  { rows, total }: Rows<Row>,
  read: (starts: readonly number[]) => Promise<Told<readonly Row[]>[]>,
): Promise<Row[]> {
  const all = [...rows];
  const starts = Array.from({ length: Math.ceil(total / PAGE_SIZE) }, (_, page) => page * PAGE_SIZE).slice(1);
  for (let at = 0; at < starts.length; at += PAGES_TOGETHER) {
    for (const page of await read(starts.slice(at, at + PAGES_TOGETHER))) all.push(...must(page));
  }
  return all;
}

function colleagueOf({ ID, ACTIVE, NAME, LAST_NAME, WORK_POSITION, UF_DEPARTMENT }: PersonRow): Colleague {
  const [firstName, lastName] = [NAME ?? "", LAST_NAME ?? ""];
  return {
    id: ID,
    name: `${firstName} ${lastName}`.trim() || `№ ${ID}`,
    firstName,
    lastName,
    position: WORK_POSITION ?? "",
    departments: (UF_DEPARTMENT ?? []).map(String),
    isActive: ACTIVE !== false,
  };
}

/** No head and no parent are null, empty or 0. */
const idOf = (id: string | null | undefined): string | null => (id == null || id === "" || id === "0" ? null : id);
