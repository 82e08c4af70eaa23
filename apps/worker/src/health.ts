import Fastify, { type FastifyInstance } from "fastify";

/** Answers whether this process works, for the supervisor and for probes. */
export function buildHealth(check: () => Promise<Record<string, unknown>>): FastifyInstance {
  const app = Fastify({ logger: false, forceCloseConnections: true });
  app.get("/health", async (_request, reply) => {
    try {
      return { ok: true, ...(await check()) };
    } catch {
      return reply.code(503).send({ ok: false, reason: "the database does not answer" });
    }
  });
  return app;
}
