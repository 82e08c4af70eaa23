import type { B24Client, CallOptions } from "@botdeck/b24-client";

import type { Colleague, Company, Department } from "./company.ts";
import { membersIn } from "./company.ts";
import { type Found, rankByName } from "./rank-by-name.ts";
import { headsAbove } from "./heads-above.ts";
import { readColleague, readCompany } from "./read-company.ts";

const KEPT_MS = 300_000;
const OPTIONS: CallOptions = { lane: "command" };

export type PersonRole = "admin" | "head" | "employee";
export type PersonFacts = { id: string; departments: readonly string[]; roles: readonly PersonRole[] };

/** Who works in the company, and under whom. */
export type Directory = {
  /** Null for a bot, a client, or nobody. */
  person(id: string): Promise<Colleague | null>;
  department(id: string): Promise<Department | null>;
  /** The person's own department; null for who belongs nowhere. */
  departmentOf(personId: string): Promise<Department | null>;
  departmentsOf(personId: string): Promise<readonly Department[]>;
  /** Portal user ids of who leads the person, the nearest first: see `headsAbove`. */
  headsAbove(personId: string): Promise<readonly string[]>;
  /** Who works in a department and has not left. @param options.isWhole With all departments below it. */
  membersOf(departmentId: string, options?: { isWhole?: boolean }): Promise<readonly Colleague[]>;
  /** Who works in the company and has not left. */
  everybody(): Promise<readonly Colleague[]>;
  /** The department's head; null when it has none, or is not known. */
  headOf(departmentId: string): Promise<string | null>;
  /** Whom words may mean, the likeliest first. Russian and English, with cases, typos and the other keyboard layout. */
  findPeople(words: string): Promise<readonly Found<Colleague>[]>;
  findDepartments(words: string): Promise<readonly Found<Department>[]>;
  /**
   * What the person is here.
   *
   * @param own A client with the person's own rights: only it can tell that they are an administrator. One of another
   * person's proves nothing.
   */
  facts(id: string, own?: B24Client | null): Promise<PersonFacts>;
};

/** What one portal's directory remembers, so that it outlives the client it was read with. */
export type DirectoryMemory = {
  company: { promise: Promise<Company>; readAtMs: number } | null;
  /** Who came after the company was read, and who is none of it. */
  strangers: Map<string, Colleague | null>;
  administrators: Map<string, { isAdmin: boolean; readAtMs: number }>;
};

export function createDirectoryMemory(): DirectoryMemory {
  return { company: null, strangers: new Map(), administrators: new Map() };
}

/**
 * The company as a portal knows it; read as a whole when it is first asked for, and again after five minutes. Names and
 * heads are visible to all, so any person's client does.
 *
 * @param memory Shared by all directories of one portal; one of its own unless given.
 * @throws B24Error from each method when the portal does not answer or refuses.
 */
export function createDirectory(
  client: B24Client,
  { now = Date.now, memory = createDirectoryMemory() }: { now?: () => number; memory?: DirectoryMemory } = {},
): Directory {
  const isFresh = (readAtMs: number) => now() - readAtMs < KEPT_MS;

  function company(): Promise<Company> {
    if (memory.company !== null && isFresh(memory.company.readAtMs)) return memory.company.promise;
    const reading = { promise: readCompany(client, OPTIONS), readAtMs: now() };
    memory.company = reading;
    memory.strangers.clear();
    // What failed is asked for anew.
    reading.promise.catch(() => {
      if (memory.company === reading) memory.company = null;
    });
    return reading.promise;
  }

  async function person(id: string): Promise<Colleague | null> {
    const { people } = await company();
    const known = people.get(id) ?? memory.strangers.get(id);
    if (known !== undefined) return known;
    const stranger = await readColleague(client, id, OPTIONS);
    memory.strangers.set(id, stranger);
    return stranger;
  }

  async function isAdmin(id: string, own: B24Client): Promise<boolean> {
    const known = memory.administrators.get(id);
    if (known !== undefined && isFresh(known.readAtMs)) return known.isAdmin;
    const profile = await own.call("profile", {}, OPTIONS);
    // Whose rights these are is for the portal to say.
    if (profile.ID !== id) return false;
    memory.administrators.set(id, { isAdmin: profile.ADMIN === true, readAtMs: now() });
    return profile.ADMIN === true;
  }

  async function departmentsOf(personId: string): Promise<Department[]> {
    const { departments } = await company();
    return ((await person(personId))?.departments ?? []).flatMap((id) => departments.get(id) ?? []);
  }

  return {
    person,
    departmentsOf,
    department: async (id) => (await company()).departments.get(id) ?? null,
    departmentOf: async (personId) => (await departmentsOf(personId))[0] ?? null,
    async headsAbove(personId) {
      const [{ departments, people }, whom] = [await company(), await person(personId)];
      return whom === null ? [] : headsAbove({ departments, people: new Map([...people, [whom.id, whom]]) }, personId);
    },
    membersOf: async (departmentId, options) => membersIn(await company(), departmentId, options),
    everybody: async () => [...(await company()).people.values()].filter(({ isActive }) => isActive),
    headOf: async (departmentId) => (await company()).departments.get(departmentId)?.headId ?? null,
    async findPeople(words) {
      const active = [...(await company()).people.values()].filter(({ isActive }) => isActive);
      return rankByName(words, active, ({ firstName, lastName }) => [firstName, lastName]);
    },
    findDepartments: async (words) =>
      rankByName(words, [...(await company()).departments.values()], ({ name }) => [name]),
    async facts(id, own = null) {
      const { departments } = await company();
      const whom = await person(id);
      const roles: PersonRole[] = [];
      if (own !== null && (await isAdmin(id, own))) roles.push("admin");
      if ([...departments.values()].some(({ headId }) => headId === id)) roles.push("head");
      if (whom?.isActive === true) roles.push("employee");
      return { id, departments: whom?.departments ?? [], roles };
    },
  };
}
