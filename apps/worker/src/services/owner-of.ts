import type { B24Client } from "@botdeck/b24-client";
import { AppError } from "@botdeck/core";

/**
 * Whoever set the app up on a portal, which takes an administrator: no portal lists its administrators to an app. Null when the
 * portal does not tell.
 *
 * @returns Portal user id.
 * @throws AppError when it may tell later: that is no reason to take it that there is nobody.
 * @see Bitrix24 docs: api-reference/common/users/profile
 */
export function createOwnerOf(clientOf: (portalId: string) => Promise<B24Client>) {
  return async (portalId: string): Promise<string | null> => {
    try {
      return (await (await clientOf(portalId)).call("profile", {}, { lane: "command" })).ID;
    } catch (error) {
      if (error instanceof AppError && !error.isRetryable) return null;
      throw error;
    }
  };
}
