import type { Settler } from "../people/settle-person.ts";
import { addWorkGroup } from "../people/work-groups.ts";
import { employeesOf, profileOf } from "../people/profiles.ts";
import type { State } from "../state/state.ts";

type Colleague = Pick<Settler, "firstName" | "lastName" | "language" | "gender" | "workPosition" | "department">;

const SALES = "Sales";
const KEY_CLIENTS = "Sales/Key clients";
const SUPPORT = "Поддержка";

/**
 * Who works in the demo company beside its first people: four in sales with their head, two who look after key clients
 * below them, and four who help everybody. Numbers 7 to 14.
 */
export const DEMO_OFFICE: readonly Colleague[] = [
  { firstName: "Мария", lastName: "Орлова", language: "ru", gender: "F", workPosition: "Продажи", department: SALES },
  { firstName: "Igor", lastName: "Belov", language: "en", gender: "M", workPosition: "Sales", department: SALES },
  { firstName: "Sofia", lastName: "Keller", language: "en", gender: "F", workPosition: "Sales", department: SALES },
  {
    firstName: "Daniel",
    lastName: "Weiss",
    language: "en",
    gender: "M",
    workPosition: "Key clients",
    department: KEY_CLIENTS,
  },
  {
    firstName: "Юлия",
    lastName: "Громова",
    language: "ru",
    gender: "F",
    workPosition: "Ключевые клиенты",
    department: KEY_CLIENTS,
  },
  {
    firstName: "Тимур",
    lastName: "Ахметов",
    language: "ru",
    gender: "M",
    workPosition: "Поддержка",
    department: SUPPORT,
  },
  { firstName: "Nina", lastName: "Larsen", language: "en", gender: "F", workPosition: "Support", department: SUPPORT },
  {
    firstName: "Денис",
    lastName: "Ковалёв",
    language: "ru",
    gender: "M",
    workPosition: "Поддержка",
    department: SUPPORT,
  },
];

/** The project in which whoever helps everybody keeps their tasks: those of the department, led by its head. */
export function seedHelpdesk(state: State): void {
  const support = [...state.departments.values()].find(({ name }) => name === SUPPORT);
  if (support === undefined || support.headId === null) return;
  const staff = employeesOf(state).filter((person) => profileOf(state, person).departmentIds.includes(support.id));
  const members = staff.map(({ id }) => id).filter((id) => id !== support.headId);
  if (members.length === 0) return;
  addWorkGroup(state, {
    name: "Helpdesk",
    description: "Запросы сотрудников · Requests of employees",
    ownerId: support.headId,
    moderatorIds: [],
    memberIds: members,
    isProject: true,
    isOpen: false,
    createdAt: new Date().toISOString(),
  });
}
