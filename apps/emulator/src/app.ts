import { existsSync } from "node:fs";

import fastifyStatic from "@fastify/static";
import Fastify from "fastify";
import type { FastifyInstance } from "fastify";

import { controlApi } from "./control/plugin.ts";
import { oauthRoutes } from "./oauth/routes.ts";
import { oneCRoutes } from "./one-c/routes.ts";
import type { Portal } from "./portal.ts";
import { externalLinkRoute } from "./rest/disk/external-link.ts";
import { diskTransferRoutes } from "./rest/disk/transfer-routes.ts";
import { readBucket } from "./rest/bucket-limits.ts";
import { createExecutions } from "./rest/create-execution.ts";
import { createLeakyBucket } from "./rest/leaky-bucket.ts";
import { createSecondDoor, redirectToNewAddress } from "./rest/moved-portal.ts";
import { rest3Route } from "./rest/rest3.ts";
import { restRoute } from "./rest/route.ts";
import { acceptPhpBodies } from "./wire/php-body.ts";

/** Files sent through the chat page are base64 inside JSON. */
const CONTROL_BODY_LIMIT_BYTES = 150 * 1024 * 1024;
const PAGE_MISSING =
  "The emulator runs. Its chat page is not built yet: run `pnpm --filter @botdeck/emulator build`.\n";

type Deps = {
  portal: Portal;
  /** The folder of the built chat page. */
  pageFolder: string;
};

/** The whole emulator without an open port: REST, OAuth, the control API, the shop's orders and the chat page. */
export function buildEmulator({ portal, pageFolder }: Deps): FastifyInstance {
  const app = Fastify({
    bodyLimit: CONTROL_BODY_LIMIT_BYTES,
    // Live streams never end by themselves; without this a stop would wait for their readers.
    forceCloseConnections: true,
  });
  const bucket = createLeakyBucket(
    () => readBucket(portal.faults.read().limits.requests),
    () => portal.now().getTime(),
  );
  const executions = createExecutions(portal);
  const secondDoor = createSecondDoor(app);
  redirectToNewAddress(app, portal);

  app.get("/health", async () => ({ ok: true }));
  app.register(diskTransferRoutes, { portal });
  app.register(externalLinkRoute, { portal });
  app.register(restRoute, { portal, bucket, execution: executions.rest });
  app.register(rest3Route, { portal, bucket, execution: executions.rest3 });
  app.register(async (scope) => {
    await acceptPhpBodies(scope);
    await scope.register(oauthRoutes, { portal });
  });
  app.register(oneCRoutes, { portal });
  app.register(controlApi, { prefix: "/emulator/api", portal, secondDoor });
  if (existsSync(pageFolder)) app.register(fastifyStatic, { root: pageFolder });
  else app.get("/", (_request, reply) => reply.type("text/plain").send(PAGE_MISSING));
  return app;
}
