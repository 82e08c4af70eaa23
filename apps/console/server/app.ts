import { newId } from "@botdeck/core/ids";
import { answersWithin, type DatabaseHandle } from "@botdeck/db";
import { fastifyTRPCPlugin, type FastifyTRPCPluginOptions } from "@trpc/server/adapters/fastify";
import Fastify, { type FastifyBaseLogger, type FastifyReply, type FastifyRequest, LogController } from "fastify";

import type { Auth } from "./auth.ts";
import { authRoutes } from "./auth-routes.ts";
import { createLiveHub } from "./live.ts";
import { refusalOf } from "./origin-guard.ts";
import { readSession } from "./read-session.ts";
import { type AppRouter, appRouter } from "./root.ts";
import { securityHeaders } from "./security-headers.ts";
import type { Context } from "./trpc.ts";
import { serveWebFiles } from "./web-files.ts";

/** A probe gives up sooner than a statement does, in milliseconds. */
const HEALTH_MS = 2_000;

export type ConsoleDeps = {
  database: DatabaseHandle;
  auth: Auth;
  publicUrl: string;
  trustedOrigins: string[];
  /** Where other systems reach the gateway; null when nobody said. */
  gatewayUrl: string | null;
  /** Addresses of proxies to believe; empty believes none. */
  trustedProxies: string[];
  /** Folder of the built pages. */
  webFolder: string;
  logger: FastifyBaseLogger;
};

/** The console's server: sign-in, the API with its live stream, and the pages. Does not listen. */
export async function buildConsole(deps: ConsoleDeps) {
  const { database, auth, publicUrl, trustedOrigins } = deps;
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
  await app.register(authRoutes, { auth, publicUrl });
  await app.register(fastifyTRPCPlugin, {
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
  await serveWebFiles(app, deps.webFolder);

  function contextOf(request: FastifyRequest, reply: FastifyReply): Context {
    return {
      requestId: request.id,
      address: request.ip,
      db: database.db,
      live,
      gatewayUrl: deps.gatewayUrl,
      async readSession() {
        const { session, setCookies } = await readSession(auth, request.headers.cookie);
        if (setCookies.length > 0 && !reply.sent && !reply.raw.headersSent) reply.header("set-cookie", setCookies);
        return session;
      },
    };
  }

  return app;
}
