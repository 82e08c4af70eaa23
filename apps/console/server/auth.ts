import {
  authAccount,
  authRateLimit,
  authSession,
  authTwoFactor,
  authUser,
  authVerification,
  type DatabaseHandle,
} from "@botdeck/db";
import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { APIError } from "better-auth/api";
import { twoFactor } from "better-auth/plugins/two-factor";
import { eq } from "drizzle-orm";

import { signInProven } from "./portal-sign-in/sign-in-proven.ts";

/** Header in which we hand better-auth the caller's address; what a caller sends under this name is never passed on. */
export const CLIENT_ADDRESS_HEADER = "x-botdeck-client-address";

const HOUR_SECONDS = 60 * 60;
/** How exactly it is known when somebody was here last. */
const SEEN_EVERY_SECONDS = 5 * 60;
const SIGN_IN_WINDOW_SECONDS = 60;
/** Per address, successes included: an office may share one. Codes have limits of their own besides, per sign-in and per person. */
export const SIGN_IN_TRIES = 10;
export const MIN_PASSWORD_LENGTH = 8;
export const MAX_PASSWORD_LENGTH = 256;
/** As better-auth guesses them: wrong codes in a row, whatever the address, until nobody may try for a while. */
const WRONG_CODES = 10;
const LOCKED_SECONDS = 15 * 60;

export type AuthOptions = {
  database: DatabaseHandle;
  secret: string;
  publicUrl: string;
  trustedOrigins: string[];
};

/**
 * Log-ins by e-mail and password, with a second factor for whoever set one up; nobody can sign up. Sessions live in Postgres
 * and end after 12 idle hours.
 */
export function createAuth({ database, secret, publicUrl, trustedOrigins }: AuthOptions) {
  return betterAuth({
    appName: "Botdeck",
    secret,
    baseURL: publicUrl,
    basePath: "/api/auth",
    trustedOrigins,
    telemetry: { enabled: false },
    logger: { level: "error" },
    database: drizzleAdapter(database.db, {
      provider: "pg",
      schema: {
        user: authUser,
        session: authSession,
        account: authAccount,
        verification: authVerification,
        rateLimit: authRateLimit,
        twoFactor: authTwoFactor,
      },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD_LENGTH,
      maxPasswordLength: MAX_PASSWORD_LENGTH,
    },
    plugins: [
      twoFactor({ accountLockout: { maxFailedAttempts: WRONG_CODES, durationSeconds: LOCKED_SECONDS } }),
      signInProven(),
    ],
    databaseHooks: {
      session: {
        create: {
          async before({ userId }) {
            const { db } = database;
            const [user] = await db.select({ banned: authUser.banned }).from(authUser).where(eq(authUser.id, userId));
            // As for a wrong password: nobody learns from outside who is blocked.
            if (user?.banned !== false) throw new APIError("UNAUTHORIZED", { message: "Invalid email or password" });
          },
        },
      },
    },
    user: {
      additionalFields: {
        role: { type: "string", required: true, defaultValue: "viewer", input: false },
        banned: { type: "boolean", required: true, defaultValue: false, input: false },
      },
    },
    session: { expiresIn: 12 * HOUR_SECONDS, updateAge: SEEN_EVERY_SECONDS },
    rateLimit: {
      enabled: true,
      storage: "database",
      customRules: {
        "/sign-in/email": { window: SIGN_IN_WINDOW_SECONDS, max: SIGN_IN_TRIES },
        "/two-factor/*": { window: SIGN_IN_WINDOW_SECONDS, max: SIGN_IN_TRIES },
      },
    },
    advanced: {
      cookiePrefix: "botdeck",
      useSecureCookies: publicUrl.startsWith("https:"),
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax" },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
    },
  });
}

export type Auth = ReturnType<typeof createAuth>;
