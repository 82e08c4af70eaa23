import { announce, type DatabaseHandle, digestOf, noteActs, takeTry } from "@botdeck/db";
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";

import { setPasswordRoute } from "./account/set-password-route.ts";
import { type Auth, CLIENT_ADDRESS_HEADER, SIGN_IN_TRIES } from "./auth.ts";

type Options = { auth: Auth; db: DatabaseHandle["db"]; publicUrl: string };

/** What better-auth says of a sign-in, as far as we need it. */
const Entry = z.object({
  user: z.object({ id: z.string(), name: z.string() }).optional(),
  twoFactorRedirect: z.boolean().optional(),
  code: z.string().optional(),
});

const Password = z.object({ email: z.string().max(320), password: z.string().max(1_024) });
const Code = z.object({ code: z.string().trim().max(40) });
/** Per e-mail and minute, from whatever addresses: more than one address may make, so that nobody alone keeps another out. */
const TRIES_OF_EMAIL = 2 * SIGN_IN_TRIES;
/** The cookie of a sign-in that waits for its code. */
const WAITING = /(^|\.)two_factor=/;

/** Why a code was not taken: wrong, tried too often for this person, or its sign-in is over and begins anew. */
const REASON: Record<string, string> = {
  INVALID_CODE: "wrong",
  INVALID_BACKUP_CODE: "wrong",
  ACCOUNT_TEMPORARILY_LOCKED: "locked",
};

/** Sign-in by password and code, sign-out, and a first password. better-auth has many more endpoints; no others can be reached. */
export const authRoutes: FastifyPluginAsync<Options> = async (app, { auth, db, publicUrl }) => {
  const bodyLimit = 4_096;

  app.post("/api/auth/sign-in/email", { bodyLimit }, async (request, reply) => {
    const body = Password.safeParse(request.body);
    const wait = body.success ? await waitFor(body.data.email, request.ip) : null;
    if (wait !== null) {
      request.log.warn({ path: request.url, status: 429, address: request.ip }, "a sign-in was refused");
      return reply.status(429).header("retry-after", wait).send({ ok: false, reason: "too_many" });
    }
    // A session that somebody else may have planted is never gone on with.
    return enter(request, reply, { body: body.data ?? {}, cookie: undefined, by: "password" });
  });
  for (const [path, by] of [
    ["verify-totp", "code"],
    ["verify-backup-code", "backup_code"],
  ] as const) {
    app.post(`/api/auth/two-factor/${path}`, { bodyLimit }, async (request, reply) => {
      // Nothing but the code: better-auth would also remember the device, or check a code without a session.
      const body = Code.safeParse(request.body);
      return enter(request, reply, { body: body.data ?? {}, cookie: waitingOf(request.headers.cookie), by });
    });
  }
  app.post("/api/auth/sign-out", { bodyLimit }, async (request, reply) => {
    const headers = new Headers({ cookie: request.headers.cookie ?? "" });
    const before = await auth.api.getSession({ headers });
    const response = await auth.handler(toWebRequest(request, publicUrl, {}, request.headers.cookie));
    if (before !== null) await note(request, "session.signOut", before.user, {});
    return sendEntry(reply, response, {});
  });
  await app.register(setPasswordRoute, { auth, db });

  /** How long to wait, in seconds, before this address tries again, or anybody this e-mail; null for not at all. */
  async function waitFor(email: string, address: string): Promise<number | null> {
    // The address first: what it tries too much does not count against the person.
    const wait = await takeTry(db, `sign-in:${address}`, SIGN_IN_TRIES);
    return wait ?? takeTry(db, `sign-in-as:${digestOf(email.trim().toLowerCase())}`, TRIES_OF_EMAIL);
  }

  async function enter(
    request: FastifyRequest,
    reply: FastifyReply,
    { body, cookie, by }: { body: object; cookie: string | undefined; by: string },
  ): Promise<FastifyReply> {
    const response = await auth.handler(toWebRequest(request, publicUrl, body, cookie));
    const said = Entry.safeParse(await response.json().catch(() => null)).data;
    const facts = { path: request.url, status: response.status, address: request.ip };
    if (response.ok) request.log.info(facts, "signed in, or asked for a code");
    else request.log.warn(facts, "a sign-in was refused");
    if (response.ok && said?.user !== undefined) await note(request, "session.signIn", said.user, { by });
    if (by === "password")
      return sendEntry(reply, response, said?.twoFactorRedirect === true ? { needsCode: true } : {});
    return sendEntry(reply, response, response.ok ? {} : { reason: REASON[said?.code ?? ""] ?? "over" });
  }

  async function note(request: FastifyRequest, action: string, user: { id: string; name: string }, detail: object) {
    const actor = { id: user.id, name: user.name, requestId: request.id, address: request.ip };
    await noteActs(db, actor, [{ action, subjectId: `login:${user.id}`, detail: { ...detail } }]);
    await announce(db, "botdeck_desk", ["access"]);
  }
};

/** Of a browser's cookies only the one of a sign-in that waits: with a session, better-auth would not count wrong codes. */
function waitingOf(cookie: string | undefined): string {
  return (cookie ?? "")
    .split("; ")
    .filter((pair) => WAITING.test(pair))
    .join("; ");
}

function toWebRequest(request: FastifyRequest, publicUrl: string, body: object, cookie: string | undefined): Request {
  const headers = new Headers({ "content-type": "application/json", [CLIENT_ADDRESS_HEADER]: request.ip });
  for (const name of ["origin", "user-agent"] as const) {
    const value = request.headers[name];
    if (value !== undefined) headers.set(name, value);
  }
  if (cookie !== undefined) headers.set("cookie", cookie);
  return new Request(new URL(request.url, publicUrl), { method: "POST", headers, body: JSON.stringify(body) });
}

async function sendEntry(reply: FastifyReply, response: Response, more: object): Promise<FastifyReply> {
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) reply.header("set-cookie", cookies);
  const retryAfter = response.headers.get("x-retry-after");
  if (retryAfter !== null) reply.header("retry-after", retryAfter);
  // better-auth answers a sign-in with the session token, which pages must never hold: the cookie has it.
  return reply.status(response.status).send({ ok: response.ok, ...more });
}
