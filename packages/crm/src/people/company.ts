/** A unit of the company. */
export type Department = {
  id: string;
  name: string;
  /** Null for the company itself. */
  parentId: string | null;
  /** Portal user id; null for one that nobody leads. */
  headId: string | null;
};

/** Somebody with an account. */
export type Colleague = {
  id: string;
  /** First name and last name, as people call them. */
  name: string;
  firstName: string;
  lastName: string;
  position: string;
  /** Ids; who works in several stands in all of them, the first one being their own. */
  departments: readonly string[];
  /** False for who has left. */
  isActive: boolean;
};

/** Everybody with an account and all departments, as they were at one moment. */
export type Company = {
  departments: ReadonlyMap<string, Department>;
  people: ReadonlyMap<string, Colleague>;
};

/** Who works in a department; with what is below it, should that be wanted. By name. */
export function membersIn(company: Company, departmentId: string, { isWhole = false } = {}): Colleague[] {
  const meant = isWhole ? withAllBelow(company, departmentId) : new Set([departmentId]);
  return [...company.people.values()]
    .filter(({ isActive, departments }) => isActive && departments.some((id) => meant.has(id)))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}

function withAllBelow({ departments }: Company, topId: string): Set<string> {
  const found = new Set([topId]);
  // A portal's tree has no circles, but nothing here should hang on that.
  for (let before = 0; before < found.size;) {
    before = found.size;
    for (const { id, parentId } of departments.values()) if (parentId !== null && found.has(parentId)) found.add(id);
  }
  return found;
}
