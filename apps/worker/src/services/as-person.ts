import type { CallOptions } from "@botdeck/b24-client";
import { AppError, withDeadline } from "@botdeck/core";
import type { Portal } from "@botdeck/db";
import { type ActAs, type ActingFor, grantNeededOf } from "@botdeck/portal-clients";

import type { Speaking } from "./portal-services.ts";

/** Who asked waits for the answer, in milliseconds. */
const BUDGET_MS = 5_000;

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
    inTime(async (signal) => work(await actAs(await portalOf(), person.id), { lane: "command", signal }));

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
      const { clientEndpoint, domain } = await portalOf();
      return clientEndpoint === null ? `https://${domain}` : new URL(clientEndpoint).origin;
    },
  };
}

async function inTime<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const tooLate = () => new AppError("unreachable", `No answer came within ${BUDGET_MS} ms`);
  try {
    return await withDeadline(work(AbortSignal.timeout(BUDGET_MS)), BUDGET_MS, tooLate);
  } catch (error) {
    throw grantNeededOf(error) ?? error;
  }
}
