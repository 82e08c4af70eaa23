import type { Database } from "@botdeck/db";
import { sql } from "drizzle-orm";
import type { FastifyPluginAsync } from "fastify";

/** Tells whether events can be kept, which is all that a gateway is for. */
export const health: FastifyPluginAsync<{ db: Database }> = async (app, { db }) => {
  app.get("/health", async (_request, reply) => {
    try {
      await db.execute(sql`select 1`);
      return { ok: true };
    } catch {
      return reply.code(503).send({ ok: false, reason: "the database does not answer" });
    }
  });
};
