import type { Person } from "../state/model.ts";
import type { WorkGroup } from "../state/people.ts";
import type { State } from "../state/state.ts";
import { nextId } from "../state/state.ts";

/** Founds a group; its owner is the first member. */
export function addWorkGroup(state: State, input: Omit<WorkGroup, "id">): WorkGroup {
  const group: WorkGroup = { id: nextId(state, "work-group"), ...input };
  state.workGroups.set(group.id, group);
  return group;
}

/** Everybody in a group, its owner first. */
export function groupMembers({ ownerId, moderatorIds, memberIds }: WorkGroup): number[] {
  return [...new Set([ownerId, ...moderatorIds, ...memberIds])];
}

/** Who is in a group sees it, and who runs the portal sees all. */
export function canSeeGroup(person: Person, group: WorkGroup): boolean {
  return person.role === "manager" || groupMembers(group).includes(person.id);
}
