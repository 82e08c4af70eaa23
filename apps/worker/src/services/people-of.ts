import { AppError, type BotEvent } from "@botdeck/core";
import type { Found } from "@botdeck/crm";
import type { Portal } from "@botdeck/db";
import type { Surroundings } from "@botdeck/dialog";
import type { ActAs } from "@botdeck/portal-clients";

import type { DirectoryOf } from "./directories.ts";

export type PeopleDeps = {
  directoryOf: DirectoryOf;
  portalById: (portalId: string) => Promise<Portal | null>;
  actAs: ActAs;
};

export type PeopleOf = Required<Pick<Surroundings, "personFacts" | "findPeople" | "findDepartments">>;

/** What commands ask about people of the portal: who somebody is there, and whom words mean. */
export function peopleOf({ portalId, person }: BotEvent, { directoryOf, portalById, actAs }: PeopleDeps): PeopleOf {
  return {
    async personFacts() {
      const [directory, portal] = await Promise.all([directoryOf(portalId), portalById(portalId)]);
      return await directory.facts(person.id, portal === null ? null : await ownClient(portal, person.id, actAs));
    },
    findPeople: async (words) => bestOf(await (await directoryOf(portalId)).findPeople(words)),
    findDepartments: async (words) => bestOf(await (await directoryOf(portalId)).findDepartments(words)),
  };
}

/** Null where a portal knows nobody's rights but its webhook's: nobody is an administrator there. */
async function ownClient(portal: Portal, personId: string, actAs: ActAs) {
  try {
    return (await actAs(portal, personId)).client;
  } catch (error) {
    if (error instanceof AppError && error.code === "unsupported") return null;
    throw error;
  }
}

/** Those that the words mean equally well. */
function bestOf(found: readonly Found<{ id: string; name: string }>[]): { id: string; name: string }[] {
  const best = found[0]?.sureness ?? 0;
  return found.filter(({ sureness }) => sureness === best).map(({ item: { id, name } }) => ({ id, name }));
}
