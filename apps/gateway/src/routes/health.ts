import type { SpoolStatus } from "@botdeck/spool";
import type { FastifyPluginAsync } from "fastify";

/** What a gateway says of itself; for proxies the status counts, for people the rest. */
export type GatewayHealth = {
  /** True while events can be kept, in the database or on our disk. */
  ok: boolean;
  /** True while it stops: it takes what still comes, and wants no more. */
  stopping: boolean;
  database: boolean;
  /** Null when there is no folder for it. */
  spool: SpoolStatus | null;
  /** Posts that were answered 5xx since the start. */
  refused: number;
};

/** Tells whether events can be kept, which is all that a gateway is for. */
export const health: FastifyPluginAsync<{ health: () => GatewayHealth }> = async (app, { health: look }) => {
  app.get("/health", (_request, reply) => {
    const state = look();
    return reply.code(state.ok && !state.stopping ? 200 : 503).send(state);
  });
};
