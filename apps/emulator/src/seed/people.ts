import { addDepartment } from "../people/departments.ts";
import { changeProfile, employeesOf } from "../people/profiles.ts";
import { addWorkGroup } from "../people/work-groups.ts";
import type { Person } from "../state/model.ts";
import type { State } from "../state/state.ts";

const BIRTHDAYS = ["1988-03-12", "1992-11-02", "1995-06-21", "1983-01-30"];

/** A small company: three departments below the root, each with its people, and ways to reach everybody. */
export function seedPeople(state: State): void {
  const employees = employeesOf(state);
  const headOf = (role: Person["role"], at = 0): number | null =>
    employees.filter((person) => person.role === role)[at]?.id ?? null;
  const company = addDepartment(state, { name: "Demo company", sort: 100, parentId: null, headId: headOf("manager") });
  const below = { sort: 500, parentId: company.id };
  const sales = addDepartment(state, { ...below, name: "Sales", headId: headOf("employee") });
  const support = addDepartment(state, { ...below, name: "Поддержка", headId: headOf("operator") });
  const warehouse = addDepartment(state, { ...below, name: "Склад", headId: headOf("employee", 1) });
  const places = { manager: [company], operator: [support], employee: [sales, warehouse], client: [], bot: [] };

  const [owner, ...others] = employees.map(({ id }) => id);
  if (owner !== undefined) {
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

  for (const [index, person] of employees.entries()) {
    const colleagues = employees.filter(({ role }) => role === person.role);
    const choice = places[person.role];
    const department = choice[colleagues.indexOf(person) % Math.max(choice.length, 1)] ?? company;
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
