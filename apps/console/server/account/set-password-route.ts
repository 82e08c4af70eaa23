import { announce, type DatabaseHandle, takeTry } from "@botdeck/db";
import type { FastifyPluginAsync } from "fastify";
import { z } from "zod";

import { type Auth, MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from "../auth.ts";
import { setPasswordByLink } from "./password-link.ts";

type Options = { auth: Auth; db: DatabaseHandle["db"] };

/** Per address and minute. */
const TRIES = 10;
const SetPassword = z.object({
  token: z.string().min(1).max(100),
  password: z.string().min(MIN_PASSWORD_LENGTH).max(MAX_PASSWORD_LENGTH),
});

/** Where somebody who was given a link chooses their password. They sign in with it afterwards. */
export const setPasswordRoute: FastifyPluginAsync<Options> = async (app, { auth, db }) => {
  app.post("/api/auth/set-password", { bodyLimit: 4_096 }, async (request, reply) => {
    const wait = await takeTry(db, `set-password:${request.ip}`, TRIES);
    if (wait !== null) return reply.status(429).header("retry-after", wait).send({ ok: false, reason: "too_many" });
    const input = SetPassword.safeParse(request.body);
    if (!input.success) return reply.status(400).send({ ok: false, reason: "form" });
    const { password } = await auth.$context;
    const hash = await password.hash(input.data.password);
    const from = { requestId: request.id, address: request.ip };
    const isSet = await setPasswordByLink(db, { token: input.data.token, hash, ...from });
    if (!isSet) return reply.status(410).send({ ok: false, reason: "over" });
    await announce(db, "botdeck_desk", ["access"]);
    return reply.send({ ok: true });
  });
};
