import { randomBytes } from "node:crypto";

import {
  type AuthorizedToken,
  authorizeUrl,
  exchangeCode,
  fetchProfile,
  newCodeVerifier,
  type Transport,
} from "@botdeck/b24-client";
import { AppError } from "@botdeck/core";
import { type Database, digestOf, keepSingleUse, type SignInPortal, signInPortals, useUp } from "@botdeck/db";
import { z } from "zod";

/** By which the gateway tells the way back to the console from that of a link in a chat. Both sides write it. */
const STATE_PREFIX = "console.";
/** Somebody may first have to sign in on the portal. */
const LIFE_SECONDS = 10 * 60;

/** What somebody goes to the portal for. */
const Purpose = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("sign_in"), next: z.string() }),
  z.object({ kind: z.literal("link"), userId: z.string() }),
]);
export type Purpose = z.infer<typeof Purpose>;
const Kept = z.object({ portalId: z.string(), browserDigest: z.string(), purpose: Purpose });

/** Who came back from a portal, and what they had gone for. */
export type ProvenPerson = { portalId: string; personId: string; personName: string; purpose: Purpose };

type Deps = { db: Database; transport: Transport; app: { clientId: string; clientSecret: string } };
type Return = { code: string; state: string; memberId: string; browserSecret: string };

export type PortalSignIn = ReturnType<typeof createPortalSignIn>;

/**
 * The way to a portal and back, by which people show who they are there (OAuth 2.0, code flow). `state` is good once and only
 * in the browser that set out with it: that browser alone has the secret, which is the code's verifier as well (RFC 7636)
 * where the portal takes a challenge. What the portal grants is used to ask whose it is, and not kept.
 *
 * @see Bitrix24 docs: settings/oauth/index
 */
export function createPortalSignIn({ db, transport, app }: Deps) {
  const knownPortal = async (portalId: string) => (await signInPortals(db)).find(({ id }) => id === portalId);

  return {
    /** Portals on which the app works. */
    portals: () => signInPortals(db),

    /** @returns Where to send the browser, and what it has to keep meanwhile where no page can read it. */
    async begin(portal: SignInPortal, purpose: Purpose): Promise<{ url: string; browserSecret: string }> {
      const state = STATE_PREFIX + randomBytes(32).toString("base64url");
      const browserSecret = newCodeVerifier();
      const kept = { portalId: portal.id, browserDigest: digestOf(browserSecret), purpose } satisfies z.infer<
        typeof Kept
      >;
      const value = JSON.stringify(kept);
      await keepSingleUse(db, { use: "portal-sign-in", secret: state, value, seconds: LIFE_SECONDS });
      return {
        url: authorizeUrl(portal.clientEndpoint, app.clientId, state, portal.pkce ? browserSecret : null),
        browserSecret,
      };
    },

    /**
     * @throws AppError `not_found` for a `state` that is unknown, old, used or another browser's, `forbidden` when another
     * portal came back; B24Error when the portal does not confirm.
     */
    async finish({ code, state, memberId, browserSecret }: Return): Promise<ProvenPerson> {
      const value = await useUp(db, "portal-sign-in", state);
      if (value === null) throw new AppError("not_found", "This way back is unknown, too old, or was used before.");
      const { portalId, browserDigest, purpose } = Kept.parse(JSON.parse(value));
      if (digestOf(browserSecret) !== browserDigest) {
        throw new AppError("not_found", "Another browser set out on this way.");
      }
      const portal = await knownPortal(portalId);
      if (portal === undefined) throw new AppError("not_found", "The app is no longer on this portal.");
      if (portal.memberId !== memberId) throw new AppError("forbidden", "The person came back from another portal.");
      const granted = await tradeCode(portal, code, portal.pkce ? browserSecret : null);
      if (granted.memberId !== memberId) throw new AppError("forbidden", "The token belongs to another portal.");
      const { userId, name } = await fetchProfile(transport, granted);
      return { portalId, personId: userId, personName: name, purpose };
    },
  };

  function tradeCode(
    { serverEndpoint }: SignInPortal,
    code: string,
    verifier: string | null,
  ): Promise<AuthorizedToken> {
    // This server was trusted when the portal was connected, and its word is in our table since.
    const trustedOrigins = [new URL(serverEndpoint).origin];
    return exchangeCode({ transport, trustedOrigins }, { ...app, serverEndpoint }, code, verifier);
  }
}
