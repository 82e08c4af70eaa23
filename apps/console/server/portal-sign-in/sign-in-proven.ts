import { APIError, createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { generateRandomString } from "better-auth/crypto";
import type { BetterAuthPlugin } from "better-auth";
import { z } from "zod";

/** The names and the life that better-auth's second factor has for a sign-in that waits for its code. */
const CODE_COOKIE = "two_factor";
const CODE_SECONDS = 600;

/**
 * A way in for somebody who has shown elsewhere who they are; for our own server alone, never a route. Who has a second factor
 * is asked for it here as after a password, by the same challenge, which better-auth makes only for its own sign-ins.
 */
export const signInProven = () =>
  ({
    id: "sign-in-proven",
    endpoints: {
      signInProven: createAuthEndpoint.serverOnly(
        { method: "POST", body: z.object({ userId: z.string() }) },
        async (ctx) => {
          const { internalAdapter } = ctx.context;
          const user = await internalAdapter.findUserById(ctx.body.userId);
          if (user === null) throw new APIError("UNAUTHORIZED");
          // safe: a column of better-auth's second factor, which this instance has
          if ((user as { twoFactorEnabled?: boolean }).twoFactorEnabled !== true) {
            await setSessionCookie(ctx, { session: await internalAdapter.createSession(user.id), user });
            return { needsCode: false };
          }
          const challenge = `2fa-${generateRandomString(20)}`;
          const expiresAt = new Date(Date.now() + CODE_SECONDS * 1_000);
          await internalAdapter.createVerificationValue({ identifier: challenge, value: user.id, expiresAt });
          const tries = `2fa-attempts-${challenge}`;
          await internalAdapter.createVerificationValue({ identifier: tries, value: "0", expiresAt });
          const cookie = ctx.context.createAuthCookie(CODE_COOKIE, { maxAge: CODE_SECONDS });
          await ctx.setSignedCookie(cookie.name, challenge, ctx.context.secret, cookie.attributes);
          return { needsCode: true };
        },
      ),
    },
  }) satisfies BetterAuthPlugin;
