import type { Company } from "./company.ts";

/**
 * Who leads a person, the nearest first, up to the company's head. A department without a head, with one who has left, or
 * with the person as its head is passed over; nobody stands there twice. Of several departments all are gone up side by
 * side, a person's own first.
 *
 * @returns Portal user ids; none for who is not known, or has nobody above.
 */
export function headsAbove({ departments, people }: Company, personId: string): string[] {
  const heads: string[] = [];
  const passed = new Set<string>();
  let level = people.get(personId)?.departments ?? [];
  while (level.length > 0) {
    const above: string[] = [];
    for (const id of level) {
      const department = departments.get(id);
      if (department === undefined || passed.has(id)) continue;
      passed.add(id);
      const { headId, parentId } = department;
      const isThere = headId !== null && people.get(headId)?.isActive === true;
      if (isThere && headId !== personId && !heads.includes(headId)) heads.push(headId);
      if (parentId !== null) above.push(parentId);
    }
    level = above;
  }
  return heads;
}
