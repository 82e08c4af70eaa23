import Fastify, { type FastifyInstance } from "fastify";

type Deps = {
  /** Has to answer soon: a probe waits for it. */
  isDatabaseThere: () => Promise<boolean>;
  /** What else is told to whoever asks. */
  describe: () => Record<string, unknown>;
};

/** Answers whether this process works, for the supervisor and for probes. */
export function buildHealth({ isDatabaseThere, describe }: Deps): FastifyInstance {
  const app = Fastify({ logger: false, forceCloseConnections: true });
  app.get("/health", async (_request, reply) => {
    if (await isDatabaseThere()) return { ok: true, ...describe() };
    return reply.code(503).send({ ok: false, reason: "the database does not answer" });
  });
  return app;
}
