import { AppError } from "@botdeck/core";
import type { FastifyPluginAsync } from "fastify";

import type { SenderDirectory } from "../directory/sender-directory.ts";
import { keyHookPost } from "../hooks/hook-post.ts";
import { readJson } from "../hooks/read-json.ts";
import { verifyHookSecret } from "../hooks/verify-hook-secret.ts";
import type { Intake } from "../intake/post.ts";

type Options = { directory: SenderDirectory; intake: Intake; now: () => Date };

/**
 * Takes what other systems post to a bot. They send again until they get a 200, so an error costs nothing but time; a 200
 * still means that the post is on disk.
 */
export const hooks: FastifyPluginAsync<Options> = async (app, { directory, intake, now }) => {
  app.post<{ Params: { id: string } }>("/hooks/:id", async (request) => {
    const hook = await directory.findHook(request.params.id);
    if (!verifyHookSecret(request.headers.authorization, hook) || hook === null) {
      throw new AppError("unauthorized", "The post does not prove that its sender was given this hook");
    }
    if (typeof request.body !== "string" || request.body === "")
      throw new AppError("invalid", "The request has no body");
    const idempotencyKey = request.headers["idempotency-key"];
    const event = keyHookPost(hook, {
      payload: readJson(request.body),
      idempotencyKey: typeof idempotencyKey === "string" ? idempotencyKey : undefined,
      arrivedAt: now(),
    });
    const { kept } = await intake.keep({ events: [event], source: "hook", bytes: request.body.length });
    request.log.debug({ hookId: hook.id, kept }, "a hook's post is kept");
    return { accepted: true };
  });
};
