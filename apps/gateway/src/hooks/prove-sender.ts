import { RefusedPost } from "@botdeck/notifications";
import type { FastifyRequest } from "fastify";

import type { KnownHook } from "../directory/known-senders.ts";
import type { SeenSignatures } from "./seen-signatures.ts";
import { verifyHookSecret } from "./verify-hook-secret.ts";
import { verifySignature } from "./verify-signature.ts";

type Deps = {
  /** What the hook's sender signs with. @throws AppError `invariant` when it does not open. */
  openSecret: (hook: KnownHook) => string | null;
  seen: SeenSignatures;
  now: Date;
};

/** A sender that was proven. `remember` is called when its post is kept: the same one is refused from then on. */
export type ProvenSender = { hook: KnownHook; signedAt: Date | null; remember: () => void };

/**
 * Proves who posts, by what the hook's sender does: it shows the secret, or signs each post with it.
 *
 * @throws AppError `unauthorized` when nothing is proven, `conflict` for a signed post that came before or is too old.
 */
export function proveSender(
  request: FastifyRequest,
  hook: KnownHook | null,
  { openSecret, seen, now }: Deps,
): ProvenSender {
  const secret = hook?.proof === "hmac" ? openSecret(hook) : null;
  if (hook === null || secret === null) {
    if (!verifyHookSecret(request.headers.authorization, hook) || hook === null) {
      throw new RefusedPost("unauthorized", "not_proven");
    }
    return { hook, signedAt: null, remember: () => {} };
  }
  const body = typeof request.body === "string" ? request.body : "";
  const { signature, signedAt, untilMs } = verifySignature(
    { headers: request.headers, body, now },
    secret,
    hook.options.signature,
  );
  if (seen.has(hook.id, signature)) throw new RefusedPost("conflict", "came_before");
  return { hook, signedAt, remember: () => seen.add(hook.id, signature, untilMs) };
}
