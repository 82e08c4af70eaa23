import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

import { AppError } from "@botdeck/core";

const VERSION = "v1";
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Seals secrets before they reach a table. `place` (table, row, column) is bound in: a sealed text copied elsewhere does not open. */
export type SecretBox = {
  seal(secret: string, place: string): string;
  /** @throws SealedOtherwise when it was sealed with another key; AppError `invariant` when it was for another place, or changed. */
  open(sealed: string, place: string): string;
};

/** A secret was sealed with another key than this process has: a person has to give it the former one, or the secret anew. */
export class SealedOtherwise extends AppError {
  override readonly name = "SealedOtherwise";

  constructor(message: string) {
    super("invariant", message);
  }
}

/** True when this is what was in the way, however deep it lies: a client tells of it as of a call that was not sent. */
export function isSealedOtherwise(error: unknown): boolean {
  for (let each = error; each instanceof Error; each = each.cause) {
    if (each instanceof SealedOtherwise) return true;
  }
  return false;
}

/** Whether a secret can be opened; false for one that was sealed with another key. @throws What else is in the way. */
export function opens(open: () => unknown): boolean {
  try {
    open();
    return true;
  } catch (error) {
    if (isSealedOtherwise(error)) return false;
    throw error;
  }
}

/**
 * AES-256-GCM with a random nonce each time.
 *
 * @param keyBase64 32 random bytes in base64.
 * @throws AppError `invalid` when the key has another length.
 */
export function createSecretBox(keyBase64: string): SecretBox {
  const key = Buffer.from(keyBase64, "base64");
  if (key.length !== KEY_BYTES) {
    throw new AppError(
      "invalid",
      `BOTDECK_SECRET_KEY must be ${KEY_BYTES} random bytes in base64 (make one with: openssl rand -base64 32)`,
    );
  }
  // Names the key without telling it, so that a wrong key is called by its name rather than "corrupt data".
  const keyId = createHash("sha256").update(key).digest("hex").slice(0, 8);

  return {
    seal(secret, place) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv("aes-256-gcm", key, iv);
      cipher.setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
      return [VERSION, keyId, Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64url")].join(".");
    },
    open(sealed, place) {
      const [version, sealedWith, payload] = sealed.split(".");
      if (version !== VERSION || payload === undefined) {
        throw new AppError("invariant", `The secret at ${place} has an unknown form`);
      }
      if (sealedWith !== keyId) {
        throw new SealedOtherwise(
          `The secret at ${place} was sealed with key ${sealedWith ?? "?"}, but BOTDECK_SECRET_KEY is key ${keyId}: start with the former key, or connect what it belongs to anew`,
        );
      }
      const bytes = Buffer.from(payload, "base64url");
      const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, IV_BYTES));
      decipher.setAAD(Buffer.from(place));
      decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      try {
        const body = bytes.subarray(IV_BYTES + TAG_BYTES);
        return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
      } catch (cause) {
        throw new AppError("invariant", `The secret at ${place} does not open: it was changed, or belongs elsewhere`, {
          cause,
        });
      }
    },
  };
}

/** A digest by which a secret is found again without being kept in the clear. Only for high-entropy secrets, never for passwords. */
export function digestOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
