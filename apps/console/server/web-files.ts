import fastifyStatic from "@fastify/static";
import type { FastifyPluginAsync } from "fastify";

type Options = {
  /** Folder of the built pages. */
  folder: string;
};

/** The built pages. Files under `assets/` carry a hash in their name and never change; the rest is asked for anew. */
export const webFiles: FastifyPluginAsync<Options> = async (app, { folder }) => {
  await app.register(fastifyStatic, {
    root: folder,
    cacheControl: false,
    preCompressed: true,
    setHeaders(reply, path) {
      const isHashed = path.startsWith(`${folder}/assets/`);
      void reply.header("cache-control", isHashed ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
};
