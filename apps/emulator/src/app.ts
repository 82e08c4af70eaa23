import { existsSync } from "node:fs";

import fastifyStatic from "@fastify/static";
import Fastify from "fastify";
import type { FastifyInstance } from "fastify";

import { controlApi } from "./control/plugin.ts";
import { createFaultSwitch } from "./faults.ts";
import { oauthRoutes } from "./oauth/routes.ts";
import type { Portal } from "./portal.ts";
import { createLeakyBucket } from "./rest/leaky-bucket.ts";
import type { BucketLimits } from "./rest/leaky-bucket.ts";
import { restRoute } from "./rest/route.ts";
import { acceptPhpBodies } from "./wire/php-body.ts";

/** Files sent through the chat page are base64 inside JSON. */
const CONTROL_BODY_LIMIT_BYTES = 150 * 1024 * 1024;
const PAGE_MISSING =
  "The emulator runs. Its chat page is not built yet: run `pnpm --filter @botdeck/emulator build`.\n";

type Deps = {
  portal: Portal;
  /** null switches the request limit off. */
  limits: BucketLimits | null;
  /** The folder of the built chat page. */
  pageFolder: string;
};

/** The whole emulator without an open port: REST, OAuth, the control API and the chat page. */
export function buildEmulator({ portal, limits, pageFolder }: Deps): FastifyInstance {
  const app = Fastify({
    bodyLimit: CONTROL_BODY_LIMIT_BYTES,
    // Live streams never end by themselves; without this a stop would wait for their readers.
    forceCloseConnections: true,
  });
  const faults = createFaultSwitch();
  const bucket = limits === null ? null : createLeakyBucket(limits, () => portal.now().getTime());

  app.get("/health", async () => ({ ok: true }));
  app.register(restRoute, { portal, faults, bucket });
  app.register(async (scope) => {
    acceptPhpBodies(scope);
    await scope.register(oauthRoutes, { portal });
  });
  app.register(controlApi, { prefix: "/emulator/api", portal, faults });
  if (existsSync(pageFolder)) app.register(fastifyStatic, { root: pageFolder });
  else app.get("/", (_request, reply) => reply.type("text/plain").send(PAGE_MISSING));
  return app;
}
