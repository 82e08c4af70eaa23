import { newId } from "@botdeck/core/ids";
import { answersWithin, type DatabaseHandle, type SecretBox } from "@botdeck/db";
import { fastifyTRPCPlugin, type FastifyTRPCPluginOptions } from "@trpc/server/adapters/fastify";
import Fastify, { type FastifyBaseLogger, type FastifyReply, type FastifyRequest, LogController } from "fastify";

import { secondFactorRules } from "./access-policy/second-factor-rules.ts";
import { type Auth, CLIENT_ADDRESS_HEADER } from "./auth.ts";
import { authRoutes } from "./auth-routes.ts";
import { bearerTokenOf } from "./bearer-token.ts";
import type { KnownBots } from "./bot/known-bots.ts";
import { compressAnswers } from "./compress-answers.ts";
import { keptFileRoute } from "./conversation/kept-file-route.ts";
import { createLiveHub } from "./live.ts";
import { refusalOf } from "./origin-guard.ts";
import type { PortalSignIn } from "./portal-sign-in/portal-sign-in.ts";
import type { SeesDialog } from "./portal/sees-dialog.ts";
import { portalSignInRoutes } from "./portal-sign-in/routes.ts";
import { qualityExport } from "./quality/export-route.ts";
import { readSession, readTokenSession } from "./read-session.ts";
import { type AppRouter, appRouter } from "./root.ts";
import { securityHeaders } from "./security-headers.ts";
import type { Context } from "./trpc.ts";
import { serveWebFiles } from "./web-files.ts";
import type { TemporalDesk } from "./workflow/temporal-desk.ts";

/** A probe gives up sooner than a statement does, in milliseconds. */
const HEALTH_MS = 2_000;

export type ConsoleDeps = {
  database: DatabaseHandle;
  auth: Auth;
  /** The bots of this deployment. */
  bots: KnownBots;
  publicUrl: string;
  trustedOrigins: string[];
  /** Where other systems reach the gateway; null when nobody said. */
  gatewayUrl: string | null;
  /** Seals what portals are reached with; null where the console has no key. */
  secretBox: SecretBox | null;
  /** Whether portals on this machine and in private networks may be connected too. */
  takesPrivatePortals: boolean;
  /** Addresses of proxies to believe; empty believes none. */
  trustedProxies: string[];
  /** How people of portals show who they are; null where the console knows no app. */
  portalSignIn: PortalSignIn | null;
  /** Where histories of workflows are read; null where the console is not connected to Temporal. */
  temporal: TemporalDesk | null;
  /** Asks portals what a bot reaches; null where the console has no key. */
  seesDialog: SeesDialog | null;
  /** `adminsNeedSecondFactor`: the least that is asked for; admins may ask more people here. */
  sessionRules: { adminsNeedSecondFactor: boolean };
  /** Folder of the built pages. */
  webFolder: string;
  logger: FastifyBaseLogger;
};

/** The console's server: sign-in, the API with its live stream, and the pages. Does not listen. */
export async function buildConsole(deps: ConsoleDeps) {
  const { database, auth, publicUrl, trustedOrigins, portalSignIn } = deps;
  const leastSecondFactorFrom = deps.sessionRules.adminsNeedSecondFactor ? "admin" : null;
  const sessionRules = secondFactorRules(database.db, leastSecondFactorFrom);
  const app = Fastify({
    loggerInstance: deps.logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => newId(),
    // Streams never end by themselves; without this a shutdown would wait for them.
    forceCloseConnections: true,
    trustProxy: deps.trustedProxies.length === 0 ? false : deps.trustedProxies,
    routerOptions: { maxParamLength: 2_048 },
  });
  const live = await createLiveHub({
    database,
    onError: (error) => app.log.error({ err: error }, "a change could not be read; the streams catch up instead"),
  });
  app.addHook("onClose", () => live.close());

  const headers = securityHeaders(publicUrl);
  app.addHook("onRequest", async (request, reply) => {
    reply.headers({ ...headers, "cache-control": "no-store", "x-request-id": request.id });
    const refusal = refusalOf(request, trustedOrigins);
    if (refusal !== null) return reply.status(403).send({ message: refusal, requestId: request.id });
  });
  app.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const status = error.statusCode !== undefined && error.statusCode < 500 ? error.statusCode : 500;
    if (status === 500) request.log.error({ err: error }, "a request failed");
    const message = status === 500 ? "The console made an error." : "The request could not be read.";
    return reply.status(status).send({ message, requestId: request.id });
  });

  app.get("/health", async (_request, reply) => {
    const isUp = await answersWithin(database, HEALTH_MS);
    return reply.status(isUp ? 200 : 503).send({ ok: isUp, postgres: isUp ? "up" : "down" });
  });
  await app.register(authRoutes, { auth, db: database.db, publicUrl });
  await app.register(portalSignInRoutes, { auth, db: database.db, publicUrl, sessionRules, portalSignIn });
  await app.register(async (api) => {
    await compressAnswers(api);
    await api.register(fastifyTRPCPlugin, {
      prefix: "/trpc",
      trpcOptions: {
        router: appRouter,
        createContext: ({ req, res }) => contextOf(req, res),
        onError: ({ error, path, ctx }) => {
          const facts = { path, requestId: ctx?.requestId };
          if (error.code === "FORBIDDEN") app.log.warn(facts, "a procedure was refused");
          if (error.code === "INTERNAL_SERVER_ERROR")
            app.log.error({ ...facts, err: error.cause ?? error }, "a procedure failed");
        },
      },
    } satisfies FastifyTRPCPluginOptions<AppRouter>);
    await api.register(qualityExport, {
      db: database.db,
      readSession: (request, reply) => contextOf(request, reply).readSession(),
    });
  });
  await app.register(keptFileRoute, {
    db: database.db,
    readSession: (request, reply) => contextOf(request, reply).readSession(),
  });
  await serveWebFiles(app, deps.webFolder);

  function contextOf(request: FastifyRequest, reply: FastifyReply): Context {
    const token = bearerTokenOf(request);
    const cookie = token === null ? request.headers.cookie : undefined;
    const setCookies = (cookies: readonly string[]) => {
      if (cookies.length > 0 && !reply.sent && !reply.raw.headersSent) reply.header("set-cookie", [...cookies]);
    };
    return {
      requestId: request.id,
      address: request.ip,
      db: database.db,
      live,
      bots: deps.bots,
      gatewayUrl: deps.gatewayUrl,
      secretBox: deps.secretBox,
      takesPrivatePortals: deps.takesPrivatePortals,
      auth,
      authHeaders: authHeadersOf(request, cookie),
      setCookies,
      publicUrl,
      portalSignIn,
      sessionRules,
      leastSecondFactorFrom,
      temporal: deps.temporal,
      seesDialog: deps.seesDialog,
      async readSession() {
        if (token !== null) return readTokenSession(database.db, token, sessionRules);
        const reading = await readSession(auth, cookie, sessionRules);
        setCookies(reading.setCookies);
        return reading.session;
      },
    };
  }

  return app;
}

function authHeadersOf({ headers, ip }: FastifyRequest, cookie: string | undefined): Headers {
  const userAgent = headers["user-agent"];
  return new Headers({
    [CLIENT_ADDRESS_HEADER]: ip,
    ...(cookie !== undefined && { cookie }),
    ...(userAgent !== undefined && { "user-agent": userAgent }),
  });
}
