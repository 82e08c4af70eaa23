import type { DatabaseHandle } from "@botdeck/db";
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";

import type { Session } from "../read-session.ts";
import { isAtLeast } from "../roles.ts";
import { figuresCsv } from "./figures-csv.ts";
import { ExportFigures } from "./schemas.ts";

type Options = {
  db: DatabaseHandle["db"];
  readSession: (request: FastifyRequest, reply: FastifyReply) => Promise<Session | null>;
};

/** Figures as a file. A plain address, so that the browser itself saves it; for whoever sees the page. */
export const qualityExport: FastifyPluginAsync<Options> = async (app, { db, readSession }) => {
  app.get("/api/quality.csv", async (request, reply) => {
    const problem = (status: number, message: string) => reply.status(status).send({ message, requestId: request.id });
    const session = await readSession(request, reply);
    if (session === null) return problem(401, "Sign in to go on.");
    if (!isAtLeast(session.role, "viewer")) return problem(403, "This needs the role viewer.");
    const asked = ExportFigures.safeParse(request.query);
    if (!asked.success) return problem(400, "The request has a form that the console does not know.");
    const { from, to } = asked.data.period;
    const csv = await figuresCsv(db, asked.data);
    return reply
      .header("content-type", "text/csv; charset=utf-8")
      .header("content-disposition", `attachment; filename="quality-${asked.data.by}-${from}-${to}.csv"`)
      .send(csv);
  });
};
