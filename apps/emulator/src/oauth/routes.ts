import type { FastifyPluginAsync } from "fastify";

import { domainOf } from "../portal.ts";
import type { Portal } from "../portal.ts";
import { integer, text } from "../rest/params.ts";
import { requestParams } from "../wire/request-params.ts";
import { answerTokenRequest } from "./token-answer.ts";
import { issueCode } from "./tokens.ts";

/** The installer, unless `?as=` names another person. */
const DEFAULT_USER_ID = 1;

/** The authorization pages of the portal. Nobody is asked: the named person agrees at once. */
export const oauthRoutes: FastifyPluginAsync<{ portal: Portal }> = async (app, { portal }) => {
  app.get("/oauth/authorize/", async (request, reply) => {
    const params = requestParams(request);
    const target = portal.state.apps.get(text(params, "client_id"));
    const userId = integer(params, "as") ?? DEFAULT_USER_ID;
    if (target === undefined || !portal.state.people.has(userId)) {
      // A portal shows its own page and does not go back to the application.
      return reply.code(400).type("text/plain").send("This application is not installed on the portal.");
    }
    const location = new URL(target.redirectUrl);
    const answer = {
      code: issueCode(portal, target, userId).id,
      state: text(params, "state"),
      domain: domainOf(portal),
      member_id: portal.state.memberId,
      scope: target.scopes.join(","),
      server_domain: domainOf(portal),
    };
    for (const [name, value] of Object.entries(answer)) location.searchParams.set(name, value);
    portal.changed();
    return reply.redirect(location.href, 302);
  });

  app.route({
    method: ["GET", "POST"],
    url: "/oauth/token/",
    handler: async (request, reply) => {
      const { status, body } = answerTokenRequest(portal, requestParams(request));
      portal.changed();
      return reply.code(status).send(body);
    },
  });
};
