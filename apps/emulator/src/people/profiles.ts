import type { Person } from "../state/model.ts";
import type { Profile } from "../state/people.ts";
import type { State } from "../state/state.ts";
import { rootDepartment } from "./department-tree.ts";

/** True for people with an account: not for bots and clients of the open line. */
export function isEmployee(person: Person): boolean {
  return person.role !== "client" && person.role !== "bot";
}

/** Everybody with an account, by number. */
export function employeesOf(state: State): Person[] {
  return [...state.people.values()].filter(isEmployee);
}

/** What is known of a person; who was never described belongs to the company as a whole. */
export function profileOf(state: State, person: Person): Profile {
  const known = state.profiles.get(person.id);
  if (known !== undefined) return known;
  const root = person.role === "client" ? null : rootDepartment(state);
  return {
    id: person.id,
    isActive: true,
    departmentIds: root === null ? [] : [root.id],
    email: isEmployee(person) ? `user${person.id}@portal.example` : "",
    personalMobile: "",
    workPhone: "",
    innerPhone: "",
    birthday: "",
    fields: {},
    status: "online",
    idleSince: null,
  };
}

/** Changes what is known of a person. */
export function changeProfile(state: State, person: Person, change: Partial<Omit<Profile, "id">>): Profile {
  const changed = { ...profileOf(state, person), ...change };
  state.profiles.set(person.id, changed);
  return changed;
}
