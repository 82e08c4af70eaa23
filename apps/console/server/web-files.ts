import { existsSync } from "node:fs";

import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

/**
 * Serves the built pages; every address that is none of the server's own opens the app, whose router knows it.
 * Files under `assets/` carry a hash in their name and never change; the rest is asked for anew.
 *
 * @param folder Where the build lies; one that is not there serves no pages, so that the API runs without a build.
 */
export async function serveWebFiles(app: FastifyInstance, folder: string): Promise<void> {
  const hasPages = existsSync(folder);
  if (hasPages) {
    await app.register(fastifyStatic, {
      root: folder,
      cacheControl: false,
      preCompressed: true,
      setHeaders(reply, path) {
        const isHashed = path.startsWith(`${folder}/assets/`);
        void reply.header("cache-control", isHashed ? "public, max-age=31536000, immutable" : "no-cache");
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const isRead = request.method === "GET" || request.method === "HEAD";
    if (hasPages && isRead && request.headers.accept?.includes("text/html")) return reply.sendFile("index.html");
    return reply.status(404).send({ message: "There is nothing at this address.", requestId: request.id });
  });
}
