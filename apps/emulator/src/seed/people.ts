import { addDepartment } from "../people/departments.ts";
import { changeProfile, employeesOf } from "../people/profiles.ts";
import type { Settler } from "../people/settle-person.ts";
import { addWorkGroup } from "../people/work-groups.ts";
import type { Person } from "../state/model.ts";
import type { Department } from "../state/people.ts";
import type { State } from "../state/state.ts";

const BIRTHDAYS = ["1988-03-12", "1992-11-02", "1995-06-21", "1983-01-30"];
const SORT = 500;

/**
 * A small company: three departments below the root, those that its people name, and ways to reach everybody.
 *
 * @param settlers Who lives on the portal, by their numbers from 1.
 */
export function seedPeople(state: State, settlers: readonly Settler[]): void {
  const employees = employeesOf(state);
  const placeOf = (person: Person) => settlers[person.id - 1]?.department;
  const unplaced = employees.filter((person) => placeOf(person) === undefined);
  const headOf = (role: Person["role"], at = 0): number | null =>
    unplaced.filter((person) => person.role === role)[at]?.id ?? null;
  const company = addDepartment(state, { name: "Demo company", sort: 100, parentId: null, headId: headOf("manager") });
  const below = { sort: SORT, parentId: company.id };
  const sales = addDepartment(state, { ...below, name: "Sales", headId: headOf("employee") });
  const support = addDepartment(state, { ...below, name: "Поддержка", headId: headOf("operator") });
  const warehouse = addDepartment(state, { ...below, name: "Склад", headId: headOf("employee", 1) });
  const places = { manager: [company], operator: [support], employee: [sales, warehouse], client: [], bot: [] };
  seedGroup(state, unplaced);

  for (const [index, person] of employees.entries()) {
    const colleagues = unplaced.filter(({ role }) => role === person.role);
    const choice = places[person.role];
    const usual = choice[colleagues.indexOf(person) % Math.max(choice.length, 1)] ?? company;
    const place = placeOf(person);
    const department = place === undefined ? usual : departmentAt(state, company, place, person.id);
    changeProfile(state, person, {
      departmentIds: [department.id],
      // Numbers of the range that is kept free for examples.
      personalMobile: `+1202555${String(100 + person.id).padStart(4, "0")}`,
      workPhone: "+12025550100",
      innerPhone: String(100 + person.id),
      birthday: BIRTHDAYS[index % BIRTHDAYS.length] ?? "",
    });
  }
}

/** The department at a path below the company; what is missing on the way is founded, with its first person as the head. */
function departmentAt(state: State, company: Department, path: string, firstId: number): Department {
  return path.split("/").reduce((parent, name) => {
    const known = [...state.departments.values()].find((one) => one.parentId === parent.id && one.name === name);
    return known ?? addDepartment(state, { name, sort: SORT, parentId: parent.id, headId: firstId });
  }, company);
}

/** Everybody's project. */
function seedGroup(state: State, people: readonly Person[]): void {
  const [owner, ...others] = people.map(({ id }) => id);
  if (owner === undefined) return;
  addWorkGroup(state, {
    name: "New season",
    description: "What comes into the shop, and when",
    ownerId: owner,
    moderatorIds: others.slice(0, 1),
    memberIds: others.slice(1),
    isProject: true,
    isOpen: false,
    createdAt: new Date().toISOString(),
  });
}
