import { createHash, timingSafeEqual } from "node:crypto";

import type { KnownHook } from "../directory/known-senders.ts";

const NOBODYS = createHash("sha256").update("").digest();

/**
 * Proves that a post comes from whoever was given the hook's secret: as a bearer token, or as the password of a basic
 * log-in with any name. Time does not tell how much was right, nor whether the hook exists: pass null for an unknown one.
 */
export function verifyHookSecret(authorization: string | undefined, hook: KnownHook | null): boolean {
  const given = readSecret(authorization);
  const digest = createHash("sha256")
    .update(given ?? "")
    .digest();
  const isSame = timingSafeEqual(digest, hook?.secretDigest ?? NOBODYS);
  return isSame && given !== null && hook !== null;
}

function readSecret(authorization: string | undefined): string | null {
  const [, scheme = "", value = ""] = /^(bearer|basic) +(\S+)$/i.exec(authorization ?? "") ?? [];
  if (scheme.toLowerCase() === "bearer") return value;
  if (scheme === "") return null;
  const pair = Buffer.from(value, "base64").toString("utf8");
  const colon = pair.indexOf(":");
  return colon === -1 || colon === pair.length - 1 ? null : pair.slice(colon + 1);
}
