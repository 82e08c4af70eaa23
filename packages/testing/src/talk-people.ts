import type { Dialog, DialogType, Person } from "@botdeck/core";
import type { FindNamed, Named, PersonFacts, Role, Surroundings } from "@botdeck/dialog";

/** Somebody of the portal, as a conversation needs them; an employee without a department when nothing else is said. */
export type GivenPerson = Named & { departments?: readonly string[]; roles?: readonly Role[] };

/** Who there is, and where they talk. */
export type Around = {
  /** An open line for a bot of clients, else a private chat: each person has one of their own. */
  dialog?: DialogType;
  /** Who the portal knows; the first one speaks until another does. */
  people?: readonly GivenPerson[];
  departments?: readonly Named[];
};

/** The portal's id of the bot, by which a group mentions it. */
export const BOT_USER_ID = "900";

const SOMEBODY: GivenPerson = { id: "101", name: "An employee" };
const CLIENT: Person = { id: "101", name: "A client", kind: "client" };

/** What a step has around it when this person speaks. */
export function aroundPerson(
  { dialog: type = "private", people = [], departments = [] }: Around,
  personId: string | null,
): Pick<Surroundings, "person" | "dialog" | "personFacts" | "findPeople" | "findDepartments" | "botUserId"> {
  const given = people.find(({ id }) => id === personId) ?? (personId === null ? people[0] : undefined);
  const who = given ?? { ...SOMEBODY, ...(personId !== null && { id: personId }) };
  const { id, name, departments: own = [], roles = ["employee"] } = who;
  const person: Person = type === "open_line" ? CLIENT : { id, name, kind: "employee" };
  return {
    person,
    dialog: dialogOf(type, person),
    personFacts: async (): Promise<PersonFacts> => ({ id, departments: own, roles }),
    findPeople: finderIn(people),
    findDepartments: finderIn(departments),
    botUserId: BOT_USER_ID,
  };
}

function dialogOf(type: DialogType, { id }: Person): Dialog {
  if (type === "private") return { id, chatId: null, type, title: "", entityId: null };
  if (type === "group") return { id: "chat1", chatId: "1", type, title: "A group", entityId: null };
  return { id: "chat1", chatId: "1", type, title: "Open line", entityId: "whatsapp|1|1|101" };
}

/** As people call one another: by parts of the name, whatever their endings. */
function finderIn(all: readonly Named[]): FindNamed {
  return async (words) => {
    const parts = words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const isIn = (name: string) =>
      parts.every((part) => name.toLowerCase().includes(part.slice(0, Math.max(3, part.length - 2))));
    return parts.length === 0 ? [] : all.filter(({ name }) => isIn(name)).map(({ id, name }) => ({ id, name }));
  };
}
