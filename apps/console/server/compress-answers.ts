import compress from "@fastify/compress";
import type { FastifyInstance } from "fastify";

/** Smaller ones gain nothing: they fit into one packet either way. */
const THRESHOLD_BYTES = 1_024;
/** What is answered whole. An event stream is none of it: packed, its words would wait in a buffer for more. */
const WHOLE_TYPES = /^(?:application\/json|text\/csv)(?:;|$)/;

/**
 * Packs the larger answers of the routes that are added to this scope after it, with Brotli or gzip as the browser takes it.
 *
 * The length of a packed answer tells something of its content (BREACH). That harms where the same secret comes again and again
 * beside words that an attacker chooses. No query of ours answers with a secret: session cookies stand in headers only, and keys
 * are told once, by the write that makes them anew. Pages of foreign sites cannot call at all (`origin-guard.ts`). The routes of
 * log-ins, whose answers carry session tokens, are not in this scope.
 */
export async function compressAnswers(app: FastifyInstance): Promise<void> {
  // tRPC answers in the form of `fetch`, whose length nobody can tell: as text it is left alone where it is small.
  app.addHook("onSend", async (request, reply, payload) => {
    // A batch that is answered piece by piece is passed on so: collected, it would have two lengths.
    if (payload instanceof Response && payload.headers.has("transfer-encoding")) {
      request.headers["x-no-compression"] = "";
      return payload;
    }
    if (!(payload instanceof Response) || !WHOLE_TYPES.test(payload.headers.get("content-type") ?? "")) return payload;
    void reply.code(payload.status).headers(Object.fromEntries(payload.headers));
    return await payload.text();
  });
  await app.register(compress, {
    encodings: ["br", "gzip"],
    customTypes: WHOLE_TYPES,
    threshold: THRESHOLD_BYTES,
    globalDecompression: false,
  });
}
