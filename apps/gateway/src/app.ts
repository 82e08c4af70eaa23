import { newId } from "@botdeck/core/ids";
import type { AppInstalls, Database, Portals } from "@botdeck/db";
import type { Logger } from "@botdeck/telemetry";
import Fastify, { type FastifyInstance, LogController } from "fastify";

import { answerError } from "./http-errors.ts";
import type { AcceptAuthorization } from "./accept-authorization.ts";
import { bitrixApp } from "./routes/bitrix-app.ts";
import { bitrixEvents } from "./routes/bitrix-events.ts";
import { bitrixInstall } from "./routes/bitrix-install.ts";
import { health } from "./routes/health.ts";

/** Bitrix24's events stay far below; more is an attack or a mistake, in bytes. */
const BODY_LIMIT = 1_048_576;

export type GatewayDeps = {
  db: Database;
  portals: Portals;
  installs: AppInstalls;
  acceptAuthorization: AcceptAuthorization;
  logger: Logger;
  requestTimeoutMs: number;
};

/** The gateway without a port: routes, body parsing and the error handler. */
export function buildApp({
  db,
  portals,
  installs,
  acceptAuthorization,
  logger,
  requestTimeoutMs,
}: GatewayDeps): FastifyInstance {
  const app = Fastify({
    loggerInstance: logger,
    // One line per event is written by its route; two more per request cost 4-12 % of the intake.
    logController: new LogController({ disableRequestLogging: true }),
    // Unlike Fastify's counter, still one of its kind after a restart and beside a second gateway.
    genReqId: () => newId(),
    bodyLimit: BODY_LIMIT,
    requestTimeout: requestTimeoutMs,
    forceCloseConnections: "idle",
  });
  // Bodies stay text until the client package reads them: only it knows the wire.
  const asText = (_request: unknown, body: string | Buffer, done: (error: Error | null, body?: unknown) => void) =>
    done(null, body.toString());
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(["application/x-www-form-urlencoded", "application/json"], { parseAs: "string" }, asText);

  app.setErrorHandler(answerError);
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send({ error: "not_found", message: "There is nothing at this address", requestId: request.id }),
  );
  app.register(bitrixEvents, { db, portals });
  app.register(bitrixInstall, { portals, installs });
  app.register(bitrixApp, { installs, acceptAuthorization });
  app.register(health, { db });
  return app as unknown as FastifyInstance; // safe: only the logger's type differs
}
