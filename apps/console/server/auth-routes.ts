import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";

import { type Auth, CLIENT_ADDRESS_HEADER } from "./auth.ts";

type Options = { auth: Auth; publicUrl: string };

const PASSED_HEADERS = ["content-type", "cookie", "origin", "user-agent"] as const;

/** Sign-in and sign-out. better-auth has many more endpoints; only these two can be reached. */
export const authRoutes: FastifyPluginAsync<Options> = async (app, { auth, publicUrl }) => {
  for (const path of ["/api/auth/sign-in/email", "/api/auth/sign-out"]) {
    app.post(path, { bodyLimit: 4_096 }, async (request, reply) => {
      const response = await auth.handler(toWebRequest(request, publicUrl));
      const facts = { path, status: response.status, address: request.ip };
      if (response.ok) request.log.info(facts, "signed in or out");
      else request.log.warn(facts, "a sign-in was refused");
      return sendWebResponse(reply, response);
    });
  }
};

function toWebRequest(request: FastifyRequest, publicUrl: string): Request {
  const headers = new Headers();
  for (const name of PASSED_HEADERS) {
    const value = request.headers[name];
    if (typeof value === "string") headers.set(name, value);
  }
  headers.set(CLIENT_ADDRESS_HEADER, request.ip);
  return new Request(new URL(request.url, publicUrl), {
    method: "POST",
    headers,
    body: JSON.stringify(request.body ?? {}),
  });
}

async function sendWebResponse(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) reply.header("set-cookie", cookies);
  const retryAfter = response.headers.get("x-retry-after");
  if (retryAfter !== null) reply.header("retry-after", retryAfter);
  // better-auth answers a sign-in with the session token, which pages must never hold: the cookie has it.
  return reply.status(response.status).send({ ok: response.ok });
}
