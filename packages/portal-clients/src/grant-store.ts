import { type AuthorizedToken, B24Error, refreshToken, type TokenStore, type Transport } from "@botdeck/b24-client";
import { AppError } from "@botdeck/core";
import { INSTALLER, type OAuthTokens, type Portal, type Portals, tellingAway } from "@botdeck/db";

/** For the person who looks at the portal's state. */
const REAUTH_REASON =
  "The portal's authorisation has ended: an administrator of the portal has to open the link that `authorize.ts --portal` prints";

/** The app that portals install, as Bitrix24 knows it. */
export type BitrixApp = { clientId: string; clientSecret: string };

export type OnReauth = (who: { portal: Portal; userId: string }) => void;

export type GrantDeps = {
  portals: Portals;
  tokens: OAuthTokens;
  transport: Transport;
  /** Null in a deployment that only uses inbound webhooks. */
  app: BitrixApp | null;
  /** A call was not made because a person has given the app no rights, or not any more: ask them. Never awaited. */
  onReauth?: OnReauth | undefined;
};

/**
 * What a person granted the app, renewed when the portal refuses it: by one process at a time, for a refresh token works once.
 *
 * @param userId Portal user id, or INSTALLER.
 * @param onGrant Is told what the OAuth server says with a renewal.
 */
export function createGrantStore(
  portal: Portal,
  userId: string,
  { portals, tokens, transport, app, onReauth }: GrantDeps,
  onGrant?: (grant: AuthorizedToken) => void,
): TokenStore {
  async function noteDeath(): Promise<void> {
    if (userId === INSTALLER) await portals.endAuthorization(portal.id, REAUTH_REASON);
    onReauth?.({ portal, userId });
  }

  return {
    async get() {
      try {
        return await tellingAway(() => tokens.get(portal.id, userId));
      } catch (error) {
        // A link may have been lost or grown old; whoever asks decides how often it is sent.
        if (userId !== INSTALLER && error instanceof AppError && error.code === "unauthorized") {
          onReauth?.({ portal, userId });
        }
        throw error;
      }
    },
    async rotate(failed) {
      let hasDied = false;
      try {
        return await tokens.rotate(portal.id, userId, failed.accessToken, async (current) => {
          if (app === null || portal.serverEndpoint === null) {
            throw new AppError("unauthorized", "The access token has expired and no app is configured to renew it");
          }
          const { serverEndpoint } = portal;
          // This server was trusted when the portal was connected, and its word is in our table since.
          const trustedOrigins = [new URL(serverEndpoint).origin];
          try {
            const given = await refreshToken(
              { transport, trustedOrigins },
              { ...app, serverEndpoint },
              current.refreshToken,
            );
            onGrant?.(given);
            return given.token;
          } catch (error) {
            if (!isDeadGrant(error)) throw error;
            hasDied = true;
            return null;
          }
        });
      } finally {
        // After the transaction: it holds a connection, and who waits for a second one with it may wait for ever.
        if (hasDied) await noteDeath();
      }
    },
  };
}

/**
 * Renews what a person granted, though nothing has refused it: for one that would else end unused.
 *
 * @throws TokenMissing when it turns out dead, which is kept.
 */
export async function renewGrant(portal: Portal, userId: string, deps: GrantDeps): Promise<void> {
  const store = createGrantStore(portal, userId, deps);
  await store.rotate(await store.get());
}

/** Used before, revoked, or older than its 180 days. Bitrix24 docs: settings/oauth/error-codes */
function isDeadGrant(error: unknown): boolean {
  return error instanceof B24Error && error.portalCode?.toLowerCase() === "invalid_grant";
}
