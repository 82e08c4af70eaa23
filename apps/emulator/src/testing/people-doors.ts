import { send } from "./send.ts";
import { ALL_SCOPES } from "./test-portal.ts";
import type { Json } from "./send.ts";
import type { TestPortal } from "./test-portal.ts";

/** Calls methods as one person and gives the whole answer. */
export type PersonDoor = (method: string, params?: object) => Promise<Json>;

/** A webhook of a person, with the scopes of the messenger and the disk unless others are named. */
export async function personDoor(
  world: TestPortal,
  person: string,
  scopes: string[] = [...ALL_SCOPES, "disk", "department"],
): Promise<PersonDoor> {
  const url = await world.webhook(person, scopes);
  return async (method, params = {}) => (await send(url + method, "POST", params)).body;
}
