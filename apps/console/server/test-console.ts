import { createUndiciTransport, type Transport } from "@botdeck/b24-client";
import { BUILT_IN_BOTS } from "@botdeck/bots";
import { connect, createSecretBox } from "@botdeck/db";
import { createLogger } from "@botdeck/telemetry";
import { createTestDatabase } from "@botdeck/testing/database";
import { onTestFinished } from "vitest";

import { buildConsole } from "./app.ts";
import { type Auth, createAuth } from "./auth.ts";
import { createKnownBots } from "./bot/known-bots.ts";
import { createPortalSignIn } from "./portal-sign-in/portal-sign-in.ts";
import type { SeesDialog } from "./portal/sees-dialog.ts";
import type { Role } from "./roles.ts";
import type { TemporalDesk } from "./workflow/temporal-desk.ts";

export const ORIGIN = "http://console.test";
export const PASSWORD = "correct horse battery";
/** What the worker of a test would have too. */
export const SECRET_KEY = Buffer.alloc(32, 7).toString("base64");
const JSON_HEADERS = { "content-type": "application/json", origin: ORIGIN };

let lastAddress = 0;
let hashed: Promise<string> | undefined;

async function hashOfPassword(auth: Auth): Promise<string> {
  const { password } = await auth.$context;
  return await (hashed ??= password.hash(PASSWORD));
}

/**
 * A console on an empty database of its own, torn down with the test. Nothing listens until asked.
 *
 * @param options.publicUrl Where a browser will find it, if one will.
 * @param options.gatewayUrl Where a gateway takes posts, if one does.
 * @param options.secretKey The worker's; null for a console that has none.
 * @param options.bitrixApp The app by which people of portals sign in, if there is one.
 * @param options.bots Of the deployment.
 * @param options.temporal Where histories are read, if anywhere.
 * @param options.seesDialog Asks portals what a bot reaches, if they can be asked.
 * @param options.portalTransport Answers in place of portals and their OAuth server.
 */
export async function setupConsole({
  publicUrl = ORIGIN,
  webFolder = "/nowhere",
  gatewayUrl = null as string | null,
  secretKey = SECRET_KEY as string | null,
  takesPrivatePortals = false,
  bitrixApp = null as { clientId: string; clientSecret: string } | null,
  portalTransport = undefined as Transport | undefined,
  adminsNeedSecondFactor = false,
  temporal = null as TemporalDesk | null,
  seesDialog = null as SeesDialog | null,
  bots = BUILT_IN_BOTS,
} = {}) {
  const testDatabase = await createTestDatabase();
  const database = connect(testDatabase.url, { max: 4 });
  const logLines: string[] = [];
  const options = { database, secret: "only for tests ".repeat(3), publicUrl, trustedOrigins: [ORIGIN, publicUrl] };
  const auth = createAuth(options);
  const transport = createUndiciTransport();
  const portalSignIn =
    bitrixApp === null
      ? null
      : createPortalSignIn({ db: database.db, transport: portalTransport ?? transport, app: bitrixApp });
  const app = await buildConsole({
    ...options,
    auth,
    bots: createKnownBots(bots),
    gatewayUrl,
    secretBox: secretKey === null ? null : createSecretBox(secretKey),
    takesPrivatePortals,
    portalSignIn,
    temporal,
    seesDialog,
    sessionRules: { adminsNeedSecondFactor },
    trustedProxies: [],
    webFolder,
    logger: createLogger({ name: "console", level: "error", write: (line) => logLines.push(line) }),
  });
  onTestFinished(async () => {
    await app.close();
    await transport.close();
    await database.close();
    await testDatabase.drop();
  });

  /** Tries a password from an address that nobody else uses, unless told. */
  function signIn(email: string, password = PASSWORD, remoteAddress = `10.0.0.${++lastAddress}`) {
    return app.inject({
      method: "POST",
      url: "/api/auth/sign-in/email",
      headers: JSON_HEADERS,
      payload: { email, password },
      remoteAddress,
    });
  }

  /** The cookie of a new session of somebody with this role. No password is asked for: to hash one takes longer than most tests. */
  async function cookieOf(role: Role): Promise<string> {
    const userId = await userOf(role);
    const { headers } = await auth.api.signInProven({ body: { userId }, returnHeaders: true });
    return headers
      .getSetCookie()
      .map((cookie) => cookie.split(";", 1)[0])
      .join("; ");
  }

  async function userOf(role: Role): Promise<string> {
    const { internalAdapter } = await auth.$context;
    const email = `${role}@console.test`;
    const found = await internalAdapter.findUserByEmail(email);
    if (found !== null) return found.user.id;
    const of = { email, name: `Test ${role}`, role, emailVerified: true };
    const { id } = await internalAdapter.createUser(of, { method: "admin" });
    await internalAdapter.linkAccount({
      userId: id,
      accountId: id,
      providerId: "credential",
      password: await hashOfPassword(auth),
    });
    return id;
  }

  /** Calls a query as the browser does, over HTTP. */
  async function query(path: string, input?: unknown, cookie?: string) {
    const search = input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify(input))}`;
    const response = await app.inject({
      url: `/trpc/${path}${search}`,
      headers: cookie === undefined ? {} : { cookie },
    });
    const body: TrpcBody = response.json();
    return { response, data: body.result?.data, error: body.error };
  }

  /** Calls a mutation as the browser does, over HTTP. */
  async function mutate(path: string, input?: unknown, cookie?: string) {
    const response = await app.inject({
      method: "POST",
      url: `/trpc/${path}`,
      headers: { ...JSON_HEADERS, ...(cookie !== undefined && { cookie }) },
      payload: JSON.stringify(input ?? {}),
    });
    const body: TrpcBody = response.json();
    return { response, data: body.result?.data, error: body.error };
  }

  return { app, auth, database, logLines, signIn, cookieOf, query, mutate };
}

type TrpcBody = {
  result?: { data: unknown };
  error?: { message: string; data: { code: string; requestId: string } };
};
