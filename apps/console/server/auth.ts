import { authAccount, authRateLimit, authSession, authUser, authVerification, type DatabaseHandle } from "@botdeck/db";
import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";

/** Header in which we hand better-auth the caller's address; what a caller sends under this name is never passed on. */
export const CLIENT_ADDRESS_HEADER = "x-botdeck-client-address";

const HOUR_SECONDS = 60 * 60;
const SIGN_IN_WINDOW_SECONDS = 60;
/** Per address, successes included: an office may share one. */
const SIGN_IN_TRIES = 10;

export type AuthOptions = {
  database: DatabaseHandle;
  secret: string;
  publicUrl: string;
  trustedOrigins: string[];
};

/** Log-ins by e-mail and password; nobody can sign up. Sessions live in Postgres and end after 12 idle hours. */
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
      },
    }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 8, maxPasswordLength: 256 },
    user: {
      additionalFields: {
        role: { type: "string", required: true, defaultValue: "viewer", input: false },
        banned: { type: "boolean", required: true, defaultValue: false, input: false },
      },
    },
    session: { expiresIn: 12 * HOUR_SECONDS, updateAge: HOUR_SECONDS / 2 },
    rateLimit: {
      enabled: true,
      storage: "database",
      customRules: { "/sign-in/email": { window: SIGN_IN_WINDOW_SECONDS, max: SIGN_IN_TRIES } },
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
