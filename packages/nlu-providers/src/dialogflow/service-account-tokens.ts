import { createSign } from "node:crypto";

import { AppError } from "@botdeck/core";
import { z } from "zod";

import { askJson, type Fetch } from "../service/ask-json.ts";
import { readAnswer } from "../service/read-answer.ts";

const SCOPE = "https://www.googleapis.com/auth/dialogflow";
const GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
/** Of what we sign, in seconds; Google takes no more. */
const SIGNED_FOR = 3_600;
/** A token is done with so long before its end, in milliseconds. */
const MARGIN_MS = 60_000;

/** The key file of a service account, as Google's console gives it. */
const ServiceAccount = z.object({
  client_email: z.string().min(1),
  private_key: z.string().includes("PRIVATE KEY"),
  private_key_id: z.string().optional(),
  token_uri: z.url({ protocol: /^https?$/ }).default("https://oauth2.googleapis.com/token"),
});
type ServiceAccount = z.infer<typeof ServiceAccount>;

const Granted = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

export type AccessTokens = {
  /** A token that lives for a minute more at least. */
  get(signal: AbortSignal): Promise<string>;
  /** The service did not take it: the next is a new one. */
  forget(): void;
};

type Options = { keyFile: string; service: string; fetch: Fetch; now: () => number };

/**
 * Access tokens of a service account; those who ask at once share one request.
 *
 * @throws AppError `invalid` when the text is no key file.
 * @see Google docs: Using OAuth 2.0 for Server to Server Applications
 */
export function createServiceAccountTokens({ keyFile, service, fetch, now }: Options): AccessTokens {
  const account = readKeyFile(keyFile);
  type Granting = { granted: Promise<{ token: string; untilMs: number }>; untilMs: number };
  let kept: Granting | null = null;

  async function request(signal: AbortSignal) {
    const body = new URLSearchParams({ grant_type: GRANT, assertion: assertionOf(account, now()) });
    const answer = await askJson(fetch, { service, url: account.token_uri, authorization: null, body, signal });
    const { access_token: token, expires_in: seconds } = readAnswer(service, Granted, answer);
    return { token, untilMs: now() + seconds * 1_000 - MARGIN_MS };
  }

  return {
    async get(signal) {
      if (kept === null || now() >= kept.untilMs) kept = { granted: request(signal), untilMs: Infinity };
      const mine = kept;
      try {
        const { token, untilMs } = await mine.granted;
        mine.untilMs = untilMs;
        return token;
      } catch (error) {
        if (kept === mine) kept = null;
        throw error;
      }
    },
    forget: () => void (kept = null),
  };
}

function readKeyFile(text: string): ServiceAccount {
  const read = ServiceAccount.safeParse(jsonOf(text));
  if (read.success) return read.data;
  const wrong = read.error.issues.map(({ path }) => path.map(String).join(".") || "the whole");
  throw new AppError("invalid", `The secret is no key file of a Google service account (wrong: ${wrong.join(", ")})`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A signed claim to be the account: a JWT by RFC 7515, RS256. */
function assertionOf(account: ServiceAccount, nowMs: number): string {
  const { client_email: issuer, private_key: key, private_key_id: keyId, token_uri: audience } = account;
  const issuedAt = Math.floor(nowMs / 1_000);
  const head = { alg: "RS256", typ: "JWT", ...(keyId !== undefined && { kid: keyId }) };
  const claims = { iss: issuer, scope: SCOPE, aud: audience, iat: issuedAt, exp: issuedAt + SIGNED_FOR };
  const signed = [head, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
  try {
    return `${signed}.${createSign("RSA-SHA256").update(signed).sign(key, "base64url")}`;
  } catch {
    throw new AppError("invalid", "The private key in the key file of the Google service account cannot be read");
  }
}
