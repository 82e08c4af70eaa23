import { type PostRefusal, RefusedPost, refusalWords } from "@botdeck/notifications";
import { isId } from "@botdeck/core/ids";
import type { FastifyPluginAsync, FastifyRequest } from "fastify";

import type { KnownHook } from "../directory/known-senders.ts";
import type { SenderDirectory } from "../directory/sender-directory.ts";
import type { HookNotes } from "../hooks/hook-notes.ts";
import { keyHookPost } from "../hooks/hook-post.ts";
import { proveSender } from "../hooks/prove-sender.ts";
import { readPayload } from "../hooks/read-payload.ts";
import { createSeenSignatures } from "../hooks/seen-signatures.ts";
import { statusOf } from "../http-errors.ts";
import type { Intake } from "../intake/post.ts";

type Options = {
  directory: SenderDirectory;
  intake: Intake;
  notes: HookNotes;
  /** What a hook's sender signs with; null where it shows its secret. */
  openHookSecret: (hook: KnownHook) => string | null;
  now: () => Date;
};

type Address = { source?: string; key: string };

/**
 * Takes what other systems post to a bot. They send again until they get a 200, so an error costs nothing but time; a 200
 * still means that the post is on disk. What was refused is counted and noted for the people of the hook.
 */
export const hooks: FastifyPluginAsync<Options> = async (app, { directory, intake, notes, openHookSecret, now }) => {
  const seen = createSeenSignatures(() => now().getTime());

  async function take(request: FastifyRequest<{ Params: Address }>) {
    const { source, key } = request.params;
    const found = await directory.findHook(key);
    // An address with another kind in it is none of ours.
    const named = source === undefined || found?.kind === source ? found : null;
    const arrivedAt = now();
    const { hook, signedAt, remember } = proveSender(request, named, {
      openSecret: openHookSecret,
      seen,
      now: arrivedAt,
    });
    const idempotencyKey = request.headers["idempotency-key"];
    const event = keyHookPost(hook, {
      payload: readPayload(request.body, request.headers["content-type"]),
      idempotencyKey: typeof idempotencyKey === "string" ? idempotencyKey : undefined,
      signedAt,
      arrivedAt,
    });
    const { kept } = await intake.keep({ events: [event], source: "hook", bytes: bodyOf(request).length });
    remember();
    notes.note({ hookId: hook.id, status: 200, reason: null, refusal: null, body: bodyOf(request) });
    request.log.debug({ hookId: hook.id, kept }, "a hook's post is kept");
    return { accepted: true };
  }

  app.addHook("onError", async (request, _reply, error) => {
    const status = statusOf(error);
    // What is our fault comes again; a stranger's address is nobody's.
    if (status >= 500 || !isAddress(request.params)) return;
    const { key } = request.params;
    const hook = directory.knownHook(key);
    if (hook === null) {
      if (isId(key)) notes.noteClosed(key);
      return;
    }
    const refusal = refusalOf(status, error);
    const reason = refusal === null ? error.message : refusalWords(refusal, "en");
    notes.note({ hookId: hook.id, status, reason, refusal, body: bodyOf(request) });
  });

  app.post("/hooks/:key", take);
  app.post("/hooks/:source/:key", take);
};

const bodyOf = ({ body }: Pick<FastifyRequest, "body">): string => (typeof body === "string" ? body : "");

const isAddress = (params: unknown): params is Address =>
  typeof params === "object" && params !== null && "key" in params && typeof params.key === "string";

/** What the server refuses before anybody here reads it is known by its status; null for what has no words of ours. */
function refusalOf(status: number, error: Error): PostRefusal | null {
  if (error instanceof RefusedPost) return error.refusal;
  if (status === 413) return { code: "too_large", values: {} };
  return status === 415 ? { code: "neither", values: {} } : null;
}
