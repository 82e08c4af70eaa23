import type { CallOptions } from "@botdeck/b24-client";
import { AppError } from "@botdeck/core";
import type { Portal } from "@botdeck/db";
import { type ActAs, type ActingFor, grantNeededOf } from "@botdeck/portal-clients";

import { originOfPortal } from "../portals/origin-of-portal.ts";
import { answerInTime } from "./answer-in-time.ts";
import type { Speaking } from "./portal-services.ts";

export type AsPersonDeps = { actAs: ActAs; portalById: (portalId: string) => Promise<Portal | null> };

/** Reads a portal with the rights of one person, within the time that an answer may take. */
export type AsPerson = {
  /**
   * @throws GrantNeeded when the person has to give permission first, whatever call found that out.
   * @throws AppError `unreachable` when it takes longer.
   */
  read<Result>(work: (acting: ActingFor, options: CallOptions) => Promise<Result>): Promise<Result>;
  /** True where all have the rights of a webhook's owner; where nobody can be acted for, that is for `read` to say. */
  hasOwnerRights(): Promise<boolean>;
  /** The address of the portal's pages. */
  pagesUrl(): Promise<string>;
};

export function asPerson({ actAs, portalById }: AsPersonDeps, { portalId, person }: Speaking): AsPerson {
  async function portalOf(): Promise<Portal> {
    const portal = await portalById(portalId);
    if (portal === null) throw new AppError("not_found", "The portal is not there any more", { context: { portalId } });
    return portal;
  }

  const read: AsPerson["read"] = (work) =>
    asked(async (signal) => work(await actAs(await portalOf(), person.id), { lane: "command", signal }));

  return {
    read,
    async hasOwnerRights() {
      try {
        return await read(async ({ by }) => by === "owner");
      } catch (error) {
        if (error instanceof AppError && error.code === "unsupported") return false;
        throw error;
      }
    },
    async pagesUrl() {
      return originOfPortal(await portalOf());
    },
  };
}

/** A permission that is missing shows as what it is, however deep it lies. */
async function asked<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  try {
    return await answerInTime(work);
  } catch (error) {
    throw grantNeededOf(error) ?? error;
  }
}
