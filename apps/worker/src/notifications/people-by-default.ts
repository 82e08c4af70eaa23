import { remember } from "../remember.ts";
import type { RulesOf } from "./portal-rules.ts";

/** Who set an app up seldom changes, in milliseconds. */
const KEPT_MS = 10 * 60_000;

/**
 * Portal user ids who are told where nothing else says who is: whom the settings name as on call, else whoever set the app up. Nobody
 * where the portal does not tell.
 *
 * @throws AppError when the portal may tell later.
 */
export type PeopleByDefault = (portalId: string) => Promise<readonly string[]>;

type Deps = {
  rules: Pick<RulesOf, "find">;
  /** Portal user id of whoever set the app up on a portal; null when the portal does not tell. */
  ownerOf: (portalId: string) => Promise<string | null>;
};

export function createPeopleByDefault({ rules, ownerOf }: Deps): PeopleByDefault {
  // Also that a portal does not tell is remembered: it is asked for with each change.
  const owners = remember(async (portalId) => ({ id: await ownerOf(portalId) }), KEPT_MS);
  return async (portalId) => {
    const { onCall } = (await rules.find(portalId)).settings;
    if (onCall.length > 0) return onCall;
    const owner = (await owners.find(portalId))?.id ?? null;
    return owner === null ? [] : [owner];
  };
}
