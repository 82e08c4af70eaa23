import { AppError } from "@botdeck/core";
import { COMMAND_ACTOR, type DatabaseHandle, erasePerson, type Erasure, type Portals } from "@botdeck/db";

type Asked = {
  domain: string;
  /** As the portal numbers its users. */
  portalUserId: string;
  isDryRun: boolean;
};

/**
 * Erases a person of a portal, wherever the portal is connected: an app and each webhook address are portals of their own here,
 * also those that are removed or were replaced.
 *
 * @returns What was found in all of them.
 * @throws AppError `not_found` when there never was such a portal.
 */
export async function eraseOfDomain(
  db: DatabaseHandle["db"],
  portals: Pick<Portals, "allOfDomain">,
  { domain, portalUserId, isDryRun }: Asked,
): Promise<Erasure> {
  const found = await portals.allOfDomain(domain);
  const erasures: Erasure[] = [];
  for (const { id: portalId } of found) {
    erasures.push(await erasePerson(db, { portalId, portalUserId }, { actor: COMMAND_ACTOR, isDryRun }));
  }
  const [first, ...others] = erasures;
  if (first === undefined) throw new AppError("not_found", `No portal ${domain} is connected, or ever was`);
  return others.reduce(sumOf, first);
}

function sumOf(one: Erasure, other: Erasure): Erasure {
  const names = Object.keys(one) as (keyof Erasure)[]; // safe: both are made in one place
  return Object.fromEntries(names.map((name) => [name, one[name] + other[name]])) as Erasure; // safe: the same names
}
