import { z } from "zod";

import type { Person } from "../state/model.ts";
import { nextId, type State } from "../state/state.ts";
import { changeProfile } from "./profiles.ts";

const COLORS = ["#2f7fd8", "#c2541b", "#2a8c6a", "#8a4bb8", "#b8386b", "#3d6b99"];

/** Somebody who comes to live on the portal, as a seed and the control API take them. */
export const Settler = z.strictObject({
  firstName: z.string().min(1),
  lastName: z.string().default(""),
  role: z.enum(["client", "employee", "operator", "manager"]),
  language: z.enum(["ru", "en"]),
  gender: z.enum(["M", "F"]).default("M"),
  workPosition: z.string().default(""),
  /**
   * Below the company, such as `Sales/Key clients`. One that there is not yet is founded, with its first person as its
   * head. Of a seed alone.
   */
  department: z.string().min(1).optional(),
  /** Known to the portal: of a client, as a WhatsApp line knows it. In E.164. */
  phone: z
    .string()
    .regex(/^\+\d{7,15}$/, "a phone is in E.164: +79161234567")
    .optional(),
});
export type Settler = z.infer<typeof Settler>;

export function settlePerson(state: State, settler: Settler): Person {
  const { firstName, lastName, role, language, gender, workPosition, phone } = settler;
  const color = COLORS[state.people.size % COLORS.length] ?? "#2f7fd8";
  const person: Person = {
    id: nextId(state, "person"),
    color,
    firstName,
    lastName,
    role,
    language,
    gender,
    workPosition,
  };
  state.people.set(person.id, person);
  if (phone !== undefined) changeProfile(state, person, { personalMobile: phone });
  return person;
}
