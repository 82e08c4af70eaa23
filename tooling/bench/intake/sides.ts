import { join } from "node:path";

import { type Program, startProgram } from "../start-program.ts";
import type { Stage } from "../stage.ts";

/**
 * What is measured beside each other: the gateway as production runs it; the same app with one INSERT per request, and
 * with a SELECT and an INSERT in a transaction, as handlers are usually written; and Fastify that reads the form and
 * stores nothing.
 */
export const SIDES = ["own", "insertPerRequest", "selectInsert", "noStore"] as const;
export type Side = (typeof SIDES)[number];
export const STORING = ["own", "insertPerRequest", "selectInsert"] as const satisfies readonly Side[];

export type Sides = Record<Side, Program>;

/** All sides at once over one database: whoever is not measured idles. */
export async function startSides(stage: Stage, secretKey: string, open: (stop: () => Promise<void>) => void) {
  const envOf = (side: Side) => (port: number) => ({
    DATABASE_URL: stage.databaseUrl,
    BOTDECK_SECRET_KEY: secretKey,
    GATEWAY_PORT: String(port),
    GATEWAY_SPOOL_FOLDER: join(stage.folder, "spool", side),
    GATEWAY_DRAIN_MS: "0",
  });
  const start = async (side: Side): Promise<Program> => {
    const program = await startProgram({
      script: side === "own" ? "apps/gateway/src/main.ts" : "apps/gateway/bench/serve.ts",
      args: () => (side === "own" ? [] : [side]),
      env: envOf(side),
      logFile: join(stage.folder, `${side}.log`),
    });
    open(program.stop);
    return program;
  };
  const [own, insertPerRequest, selectInsert, noStore] = await Promise.all(SIDES.map(start));
  return { own, insertPerRequest, selectInsert, noStore } as Sides; // safe: one program a side, in their order
}
