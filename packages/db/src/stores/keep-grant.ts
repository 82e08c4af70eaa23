import type { DatabaseHandle } from "../client.ts";
import type { SecretBox } from "../secret-box.ts";
import { createAuthorizationRequests } from "./authorization-requests.ts";
import { createOAuthTokens, type StoredToken } from "./oauth-tokens.ts";
import { type Released, releaseParked } from "./parked-work.ts";

/**
 * Keeps what a person granted by their link: the link is used up, the token stored, and everything goes on that waited for it,
 * together or not at all.
 *
 * @param state The link's; that its person came back by it is proved.
 * @returns Null when the link was used meanwhile: then nothing is kept.
 */
export async function keepGrant(
  db: DatabaseHandle["db"],
  box: SecretBox,
  { state, token }: { state: string; token: StoredToken },
): Promise<Released | null> {
  return db.transaction(async (tx) => {
    const used = await createAuthorizationRequests(tx, box).use(state);
    if (used === null) return null;
    await createOAuthTokens(tx, box).put(used.portalId, used.userId, token);
    return releaseParked(tx, used.portalId, used.userId);
  });
}
