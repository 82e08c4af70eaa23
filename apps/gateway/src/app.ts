import { randomBytes } from "node:crypto";

import type { AppInstalls, Removal } from "@botdeck/db";
import type { Logger } from "@botdeck/telemetry";
import Fastify, { type FastifyInstance, LogController } from "fastify";

import type { AcceptAuthorization } from "./accept-authorization.ts";
import { boundLargeBodies } from "./bound-large-bodies.ts";
import type { KnownHook } from "./directory/known-senders.ts";
import type { SenderDirectory } from "./directory/sender-directory.ts";
import type { HookNotes } from "./hooks/hook-notes.ts";
import { answerError } from "./http-errors.ts";
import type { AuthorTokens } from "./intake/author-tokens.ts";
import type { IntakeCounts } from "./intake/intake-counts.ts";
import type { Intake } from "./intake/post.ts";
import { createRefusalLog } from "./refusal-log.ts";
import { bitrixApp } from "./routes/bitrix-app.ts";
import { bitrixEvents } from "./routes/bitrix-events.ts";
import { bitrixInstall } from "./routes/bitrix-install.ts";
import { type GatewayHealth, health as healthRoute } from "./routes/health.ts";
import { hooks } from "./routes/hooks.ts";
import { BODY_LIMIT, serverLimits } from "./server-limits.ts";

export type GatewayDeps = {
  directory: SenderDirectory;
  intake: Intake;
  authorTokens: AuthorTokens;
  /** Keeps an installation until the worker has checked it. */
  keepInstall: AppInstalls["keep"];
  /** Keeps that a portal removed the app. */
  keepRemoval: (removal: Removal) => Promise<void>;
  acceptAuthorization: AcceptAuthorization;
  /** Where people sign in to the console; null where nobody said. */
  consoleUrl: string | null;
  hookNotes: HookNotes;
  /** What a hook's sender signs with; null where it shows its secret. */
  openHookSecret: (hook: KnownHook) => string | null;
  health: () => GatewayHealth;
  /** Its `refused` is counted here. */
  counts: IntakeCounts;
  logger: Logger;
  requestTimeoutMs: number;
  now: () => Date;
};

/** The gateway without a port: routes, body parsing and the error handler. */
export function buildApp(deps: GatewayDeps): FastifyInstance {
  const { directory, intake, authorTokens, keepInstall, keepRemoval, acceptAuthorization, health, counts, now } = deps;
  const app = Fastify({
    loggerInstance: deps.logger,
    // The intake says every few seconds what came; two lines per request cost 4-12 % of it.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestIds(),
    // A logger per request costs more than reading an event; whoever logs names the request.
    childLoggerFactory: (logger) => logger,
    bodyLimit: BODY_LIMIT,
    ...serverLimits(deps.requestTimeoutMs),
    forceCloseConnections: "idle",
    // What arrives on an open connection while we stop is taken all the same.
    return503OnClosing: false,
  });
  boundLargeBodies(app as unknown as FastifyInstance); // safe: only the logger's type differs
  // Bodies stay text until the client package reads them: only it knows the wire.
  const asText = (_request: unknown, body: string | Buffer, done: (error: Error | null, body?: unknown) => void) =>
    done(null, body);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(["application/x-www-form-urlencoded", "application/json"], { parseAs: "string" }, asText);

  const tellRefusal = createRefusalLog();
  app.setErrorHandler((error: Error, request, reply) => {
    answerError(error, request, reply, tellRefusal);
    // Of people's pages nothing is lost, and a count makes the workers look for what was.
    if (reply.statusCode >= 500 && request.method === "POST") counts.refused += 1;
  });
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send({ error: "not_found", message: "There is nothing at this address", requestId: request.id }),
  );
  app.register(bitrixEvents, { directory, intake, authorTokens, now });
  app.register(hooks, { directory, intake, notes: deps.hookNotes, openHookSecret: deps.openHookSecret, now });
  app.register(bitrixInstall, { directory, keepInstall, keepRemoval });
  app.register(bitrixApp, { keepInstall, acceptAuthorization, consoleUrl: deps.consoleUrl });
  app.register(healthRoute, { health });
  return app as unknown as FastifyInstance; // safe: only the logger's type differs
}

/** Unlike Fastify's own counter, still one of its kind after a restart and beside a second gateway. */
function requestIds(): () => string {
  const process = randomBytes(9).toString("base64url");
  let count = 0;
  return () => `${process}-${(count++).toString(36)}`;
}
