import { AppError } from "@botdeck/core";
import { announce, type DatabaseHandle, loginOfPortalPerson, noteActs, takeTry } from "@botdeck/db";
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";

import { type Auth, CLIENT_ADDRESS_HEADER } from "../auth.ts";
import { reachOf, type SessionRules } from "../access-policy/second-factor-rules.ts";
import { readSession } from "../read-session.ts";
import { roleOf } from "../roles.ts";
import { browserSecretCookie, browserSecretOf, forgottenBrowserSecret } from "./browser-secret.ts";
import { linkPerson } from "./link-person.ts";
import type { PortalSignIn, ProvenPerson } from "./portal-sign-in.ts";
import { safePath } from "./safe-path.ts";

type Options = {
  auth: Auth;
  db: DatabaseHandle["db"];
  publicUrl: string;
  sessionRules: SessionRules;
  portalSignIn: PortalSignIn | null;
};

/** Per address and minute: an office may share one. */
const TRIES = 20;

const Start = z.object({
  /** Which portal, where there are several: its address as its people type it. */
  portal: z.string().max(300).nullish(),
  next: z.string().max(2_000).nullish(),
});
const Return = z.object({ code: z.string().min(1), state: z.string().min(1), member_id: z.string().min(1) });

/** Signing in by showing on one's portal who one is. Nobody is made by it: a log-in is linked by its owner first. */
export const portalSignInRoutes: FastifyPluginAsync<Options> = async (app, options) => {
  const { auth, db, publicUrl, sessionRules, portalSignIn } = options;

  /** Whether the sign-in page offers it. Which portals there are is nobody's business who is not in. */
  app.get("/api/auth/bitrix24", async () => {
    const count = portalSignIn === null ? 0 : (await portalSignIn.portals()).length;
    return { way: count === 0 ? "none" : count === 1 ? "one" : "many" };
  });

  app.post("/api/auth/bitrix24/start", { bodyLimit: 4_096 }, async (request, reply) => {
    const wait = await takeTry(db, `portal-sign-in:${request.ip}`, TRIES);
    if (wait !== null) return reply.status(429).header("retry-after", wait).send({ ok: false, reason: "too_many" });
    const input = Start.safeParse(request.body);
    if (!input.success) return reply.status(400).send({ ok: false, reason: "form" });
    const { portal: address, next } = input.data;
    const portals = (await portalSignIn?.portals()) ?? [];
    const portal = address ? portals.find(({ domain }) => domain === hostOf(address)) : portals[0];
    const isClear = portal !== undefined && (address || portals.length === 1);
    if (portalSignIn === null || !isClear) return reply.status(404).send({ ok: false, reason: "unknown_portal" });
    const { url, browserSecret } = await portalSignIn.begin(portal, { kind: "sign_in", next: safePath(next) });
    reply.header("set-cookie", browserSecretCookie(browserSecret, publicUrl));
    return { ok: true, url };
  });

  app.get("/api/auth/bitrix24/return", async (request, reply) => {
    reply.header("set-cookie", forgottenBrowserSecret(publicUrl));
    const query = Return.safeParse(request.query);
    const browserSecret = browserSecretOf(request.headers.cookie, publicUrl);
    const isTooMuch = (await takeTry(db, `portal-return:${request.ip}`, TRIES)) !== null;
    if (portalSignIn === null || !query.success || browserSecret === null || isTooMuch) {
      return reply.redirect(await refusal(request, "over"));
    }
    const { code, state, member_id: memberId } = query.data;
    try {
      const person = await portalSignIn.finish({ code, state, memberId, browserSecret });
      return reply.redirect(
        await (person.purpose.kind === "link" ? link(request, person) : enter(request, reply, person)),
      );
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      request.log.warn({ code: error.code, reason: error.message }, "a sign-in by a portal was refused");
      return reply.redirect(await refusal(request, error.code === "not_found" ? "over" : "failed"));
    }
  });

  /** Who is signed in wanted to link: they are told on their own page. */
  async function refusal(request: FastifyRequest, why: "over" | "failed"): Promise<string> {
    const { session } = await readSession(auth, request.headers.cookie, sessionRules);
    return session === null ? `/login?refused=${why}` : `/access?link=${why}`;
  }

  async function enter(request: FastifyRequest, reply: FastifyReply, person: ProvenPerson): Promise<string> {
    const login = await loginOfPortalPerson(db, person);
    if (login === null) return "/login?refused=unlinked";
    if (login.banned) return "/login?refused=blocked";
    const headers = new Headers({
      [CLIENT_ADDRESS_HEADER]: request.ip,
      "user-agent": request.headers["user-agent"] ?? "",
    });
    const entry = await auth.api.signInProven({ body: { userId: login.id }, headers, returnHeaders: true });
    reply.header("set-cookie", entry.headers.getSetCookie());
    const next = person.purpose.kind === "sign_in" ? safePath(person.purpose.next) : "/";
    if (entry.response.needsCode) return `/login?${new URLSearchParams({ step: "code", next }).toString()}`;
    const actor = { id: login.id, name: login.name, requestId: request.id, address: request.ip };
    const detail = { by: "bitrix24", portalId: person.portalId };
    await noteActs(db, actor, [{ action: "session.signIn", subjectId: `login:${login.id}`, detail }]);
    await announce(db, "botdeck_desk", ["access"]);
    // As after a password: who needs a second factor and has none is shown how to set it up.
    const role = roleOf(login.role);
    const isLacking = role !== null && (await reachOf(role, login.hasSecondFactor, sessionRules)).lacksSecondFactor;
    return isLacking ? "/access" : next;
  }

  async function link(request: FastifyRequest, person: ProvenPerson): Promise<string> {
    const { session } = await readSession(auth, request.headers.cookie, sessionRules);
    const outcome = await linkPerson(db, person, session, { requestId: request.id, address: request.ip });
    return `/access?link=${outcome}`;
  }
};

/** The host of what somebody typed as their portal's address. */
function hostOf(typed: string): string {
  return typed
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/\/.*$/, "");
}
