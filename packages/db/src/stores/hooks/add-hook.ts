import { randomBytes } from "node:crypto";

import { AppError } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";

import { announce } from "../../channel.ts";
import type { Database } from "../../client.ts";
import { type Hook, hook } from "../../schema/hook.ts";
import { digestOf, type SecretBox } from "../../secret-box.ts";

const SECRET_BYTES = 32;

export type NewHook = {
  botId: string;
  name: string;
  kind: Hook["kind"];
  /** Shows its secret, unless told to sign with it. */
  proof?: Hook["proof"];
  /** As the notifications package's schema of hook options has checked them. */
  options?: Hook["options"];
  /** The secret, where the sender makes it: at least 16 characters. */
  secret?: string;
  /** What the sender's own API is called with. */
  apiToken?: string;
};

/**
 * Makes an address under which another system posts to a bot. The secret is told here once; it is kept sealed where posts are
 * signed with it, and else nowhere.
 *
 * @param box Needed for a sender that signs, and for the token of its API.
 * @throws AppError `invalid` for a secret that can be guessed, or what cannot be sealed.
 */
export async function addHook(
  db: Database,
  { botId, name, kind, proof = "bearer", options = {}, apiToken, ...given }: NewHook,
  box?: SecretBox,
): Promise<{ id: string; secret: string }> {
  const id = newId();
  const secret = given.secret ?? randomBytes(SECRET_BYTES).toString("base64url");
  if (secret.length < 16) throw new AppError("invalid", "A hook's secret has at least 16 characters");
  const seal = (text: string, place: string) => {
    if (box === undefined)
      throw new AppError("invalid", "What a hook signs or calls with has to be sealed, and no key is given");
    return box.seal(text, place);
  };
  await db.insert(hook).values({
    id,
    botId,
    name,
    kind,
    proof,
    options,
    secretDigest: digestOf(secret),
    secretSealed: proof === "hmac" ? seal(secret, placeOfSecret(id)) : null,
    apiTokenSealed: apiToken === undefined ? null : seal(apiToken, apiTokenPlace(id)),
  });
  await announce(db, "botdeck_portals", null);
  return { id, secret };
}

const placeOfSecret = (id: string): string => `hook:${id}:secret`;

/** Where the token of a sender's own API is sealed to. */
export const apiTokenPlace = (id: string): string => `hook:${id}:api_token`;

/** What a sender signs with; null where it shows its secret. @throws AppError `invariant` when it does not open. */
export const openHookSecret = (
  box: SecretBox,
  { id, secretSealed }: Pick<Hook, "id" | "secretSealed">,
): string | null => (secretSealed === null ? null : box.open(secretSealed, placeOfSecret(id)));

/** What the sender's own API is called with; null where it wants nothing. @throws AppError `invariant` when it does not open. */
export const openHookApiToken = (
  box: SecretBox,
  { id, apiTokenSealed }: Pick<Hook, "id" | "apiTokenSealed">,
): string | null => (apiTokenSealed === null ? null : box.open(apiTokenSealed, apiTokenPlace(id)));
