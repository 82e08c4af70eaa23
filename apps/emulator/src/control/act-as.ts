import { AppError } from "@botdeck/core";
import type { ErrorCode } from "@botdeck/core";
import type { FastifyPluginAsync } from "fastify";
import { z } from "zod";

import type { Portal } from "../portal.ts";
import { createExecutions } from "../rest/create-execution.ts";
import { execute } from "../rest/execute.ts";
import { METHODS } from "../rest/methods.ts";
import { readPerson } from "./people.ts";

const Act = z.object({ as: z.string(), method: z.string(), params: z.record(z.string(), z.unknown()).default({}) });

const CODES: Record<number, ErrorCode> = { 403: "forbidden", 404: "not_found" };

/**
 * What a person does in the portal's pages: a REST method with that person's rights, so that all follows from it as it
 * does from a call. No limit and no fault hits it, and the record of calls does not show it.
 */
export const actAsRoutes: FastifyPluginAsync<{ portal: Portal }> = async (app, { portal }) => {
  const { rest } = createExecutions(portal);
  const scopes = [...new Set(METHODS.flatMap((method) => method.scopes))];

  app.post("/act", async (request) => {
    const { as, method, params } = Act.parse(request.body);
    const user = readPerson(portal, as);
    if (user.role === "client" || user.role === "bot") {
      throw new AppError("forbidden", `Person ${as} has no account on the portal.`);
    }
    const outcome = await execute(rest, { kind: "webhook", user, scopes, key: `page:${as}` }, method, params);
    if (outcome.ok) return { result: outcome.answer.result ?? null };
    const { status, code, message } = outcome.error;
    throw new AppError(CODES[status] ?? "invalid", `${message} (${method}: ${code})`);
  });
};
