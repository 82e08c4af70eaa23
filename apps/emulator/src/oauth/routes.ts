import type { FastifyPluginAsync, FastifyRequest } from "fastify";

import { domainOf } from "../portal.ts";
import type { Portal } from "../portal.ts";
import { integer, text } from "../rest/params.ts";
import type { Params } from "../rest/params.ts";
import type { App, Person } from "../state/model.ts";
import { requestParams } from "../wire/request-params.ts";
import { authorizePage, refusalPage } from "./authorize-page.ts";
import { answerTokenRequest } from "./token-answer.ts";
import { issueCode } from "./tokens.ts";

const NOT_INSTALLED = "This application is not installed on the portal.";
const NO_ACCESS = "You have no access to this application.";

/** The authorization pages of the portal. Bitrix24 docs: settings/oauth. */
export const oauthRoutes: FastifyPluginAsync<{ portal: Portal }> = async (app, { portal }) => {
  app.get("/oauth/authorize/", async (request, reply) => {
    const params = requestParams(request);
    const target = portal.state.apps.get(text(params, "client_id"));
    const refuse = (reason: string) => reply.code(400).type("text/html; charset=utf-8").send(refusalPage(reason));
    // A portal shows its own page and does not go back to the application.
    if (target === undefined || portal.faults.read().access.revokedApps.includes(target.id))
      return refuse(NOT_INSTALLED);
    if (params["as"] === undefined) {
      const people = [...portal.state.people.values()].filter(hasAccount);
      const page = authorizePage(target, people, ({ id }) => withPerson(request, id));
      return reply.type("text/html; charset=utf-8").send(page);
    }
    const person = portal.state.people.get(integer(params, "as") ?? 0);
    if (person === undefined || !hasAccount(person)) return refuse("There is no such person on the portal.");
    if (target.userIds !== null && !target.userIds.includes(person.id)) return refuse(NO_ACCESS);
    if (params["code_challenge"] !== undefined && text(params, "code_challenge_method") !== "S256")
      return refuse("A code challenge has to be of the method S256.");
    portal.changed();
    return reply.redirect(wayBack(portal, target, person, params), 302);
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

function hasAccount({ role }: Person): boolean {
  return role !== "bot" && role !== "client";
}

/** The same address with the person who signs in. */
function withPerson(request: FastifyRequest, personId: number): string {
  return `${request.url}${request.url.includes("?") ? "&" : "?"}as=${personId}`;
}

function wayBack(portal: Portal, target: App, person: Person, params: Params): string {
  const location = new URL(target.redirectUrl);
  const challenge = text(params, "code_challenge") || null;
  const answer = {
    code: issueCode(portal, target, person.id, challenge).id,
    state: text(params, "state"),
    domain: domainOf(portal),
    member_id: portal.state.memberId,
    scope: target.scopes.join(","),
    server_domain: domainOf(portal),
  };
  for (const [name, value] of Object.entries(answer)) location.searchParams.set(name, value);
  return location.href;
}
