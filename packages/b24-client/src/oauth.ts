import { AppError } from "@botdeck/core";
import { z } from "zod";

import { readAnswer } from "./classify.ts";
import { toB24Error } from "./describe-failure.ts";
import { B24Error } from "./error.ts";
import type { Token } from "./token-store.ts";
import { TransportError, type Transport } from "./transport.ts";

const TIMEOUT_MS = 10_000;
const METHOD = "oauth/token";

/**
 * Authorization servers that may be told our client secret. An event names its server, and a forged one could name
 * anybody's. Bitrix24 docs: settings/oauth
 */
export const OAUTH_ORIGINS: readonly string[] = ["https://oauth.bitrix24.tech", "https://oauth.bitrix.info"];

const TokenAnswer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.coerce.number().positive(),
  client_endpoint: z.url(),
  server_endpoint: z.url(),
  member_id: z.string().min(1),
  scope: z.string().nullish(),
  user_id: z.coerce.string().min(1).nullish(),
});

/** What the authorization server grants. */
export type AuthorizedToken = {
  token: Token;
  memberId: string;
  clientEndpoint: string;
  serverEndpoint: string;
  scopes: string[];
  /** Portal user whose rights the token has; null when the server did not say. */
  userId: string | null;
};

export type OAuthApp = {
  clientId: string;
  clientSecret: string;
  /** The server's REST base as the portal named it, such as `https://oauth.bitrix24.tech/rest/`. */
  serverEndpoint: string;
};

type Deps = {
  transport: Transport;
  /** Servers that may be told the secret; Bitrix24's own unless given. */
  trustedOrigins?: readonly string[];
  now?: () => Date;
};

/**
 * Trades an authorization code (good for 30 seconds) for a token.
 *
 * @param verifier What the link's challenge was made of; null when it had none.
 * @throws B24Error `unauthorized` when the code or the app is unknown.
 * @see Bitrix24 docs: settings/oauth/index
 */
export function exchangeCode(
  deps: Deps,
  app: OAuthApp,
  code: string,
  verifier: string | null = null,
): Promise<AuthorizedToken> {
  const proof = verifier === null ? {} : { code_verifier: verifier };
  return requestToken(deps, app, "authorization_code", { code, ...proof });
}

/**
 * Trades a refresh token for a new pair; the old one may be worth nothing from then on, so keep the answer at once.
 *
 * @throws B24Error `unauthorized` when the grant is dead and the app must be authorised again.
 * @see Bitrix24 docs: settings/oauth/auto-renewal
 */
export function refreshToken(deps: Deps, app: OAuthApp, token: string): Promise<AuthorizedToken> {
  return requestToken(deps, app, "refresh_token", { refresh_token: token });
}

async function requestToken(
  { transport, trustedOrigins = OAUTH_ORIGINS, now = () => new Date() }: Deps,
  app: OAuthApp,
  grantType: string,
  grant: Record<string, string>,
): Promise<AuthorizedToken> {
  const url = tokenUrl(app.serverEndpoint, trustedOrigins);
  const asked = { grant_type: grantType, ...grant, client_id: app.clientId, client_secret: app.clientSecret };
  url.search = new URLSearchParams(asked).toString();
  const { status, body } = await get(transport, url.href);
  const read = readAnswer(status, body);
  if (!read.ok) throw toB24Error(METHOD, status, read.failure, [...Object.values(grant), app.clientSecret]);
  const answer = TokenAnswer.safeParse(read.answer);
  if (!answer.success) {
    const fields = answer.error.issues.map((issue) => issue.path.join(".")).join(", ");
    const facts = { method: METHOD, outcome: "unknown", status } as const;
    throw new B24Error("unreachable", `The authorization server's answer lacks ${fields}`, facts);
  }
  return toAuthorizedToken(answer.data, now());
}

/** @throws AppError `forbidden` for a server that is not trusted. */
function tokenUrl(serverEndpoint: string, trustedOrigins: readonly string[]): URL {
  const url = new URL("/oauth/token/", serverEndpoint);
  if (!trustedOrigins.includes(url.origin)) {
    throw new AppError("forbidden", `${url.hostname} is not a trusted authorization server, so it gets no secret`);
  }
  return url;
}

async function get(transport: Transport, url: string) {
  try {
    return await transport.send(url, null, { timeoutMs: TIMEOUT_MS });
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
    const message = `The authorization server could not be asked: ${error.message}`;
    throw new B24Error("unreachable", message, { method: METHOD, outcome: error.outcome, cause: error });
  }
}

function toAuthorizedToken(answer: z.output<typeof TokenAnswer>, now: Date): AuthorizedToken {
  return {
    token: {
      accessToken: answer.access_token,
      refreshToken: answer.refresh_token,
      expiresAt: new Date(now.getTime() + answer.expires_in * 1000),
    },
    memberId: answer.member_id,
    clientEndpoint: answer.client_endpoint,
    serverEndpoint: answer.server_endpoint,
    scopes: (answer.scope ?? "").split(/[\s,]+/).filter((scope) => scope !== ""),
    userId: answer.user_id ?? null,
  };
}
