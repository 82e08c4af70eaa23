import { classify, type Classified, type PortalAnswer } from "../classify.ts";
import { secretsOf } from "../hide-secrets.ts";
import { movedEndpoint, type PortalEndpoint, urlOfMethod } from "../portal-endpoint.ts";
import type { Token, TokenStore } from "../token-store.ts";
import type { HttpAnswer, Transport } from "../transport.ts";

export type ExchangeOptions = {
  portal: PortalEndpoint;
  transport: Transport;
  tokens: TokenStore | undefined;
  proveMove: ((endpoint: PortalEndpoint) => Promise<boolean>) | undefined;
  onMoved: ((endpoint: PortalEndpoint) => void) | undefined;
  timeoutMs: number;
};

export type Exchanged = {
  status: number;
  token: Token | null;
  outcome: Classified<PortalAnswer>;
  /** What of the request nobody else may read. */
  secrets: readonly string[];
};

/** One request and its answer. @throws TransportError when there is none. */
export type Exchange = (
  method: string,
  params: object,
  options: { signal: AbortSignal | undefined; fresh: Token | null },
) => Promise<Exchanged>;

/** Asks a portal once, wherever it lives by now, with the token of the moment. */
export function createExchange(options: ExchangeOptions): Exchange {
  const { transport, tokens, proveMove, onMoved, timeoutMs } = options;
  let endpoint = options.portal;
  const send = (to: PortalEndpoint, method: string, body: string, signal: AbortSignal | undefined) =>
    transport.send(urlOfMethod(to, method), body, { timeoutMs, signal });

  return async (method, params, { signal, fresh }) => {
    const token = fresh ?? (await tokens?.get()) ?? null;
    const answer = await send(endpoint, method, bodyOf(params, token), signal);
    // Following a redirect as browsers do would turn the POST into a GET and lose the body.
    const isRedirect = answer.status >= 300 && answer.status < 400;
    const moved = isRedirect ? movedEndpoint(endpoint, method, answer.location) : null;
    if (moved === null) return read(method, answer, endpoint, token);
    return follow(moved, method, params, { answer, token, signal });
  };

  /** The old address, proved by TLS, sent us there. What only the app may know is sent when the move is proved besides. */
  async function follow(
    moved: PortalEndpoint,
    method: string,
    params: object,
    first: { answer: HttpAnswer; token: Token | null; signal: AbortSignal | undefined },
  ): Promise<Exchanged> {
    if (proveMove !== undefined && !(await proveMove(moved))) return read(method, first.answer, endpoint, first.token);
    // Proving a move may have renewed it.
    const token = (await tokens?.get()) ?? null;
    const second = read(method, await send(moved, method, bodyOf(params, token), first.signal), moved, token);
    if (second.outcome.ok) {
      endpoint = moved;
      onMoved?.(moved);
    }
    return second;
  }
}

function bodyOf(params: object, token: Token | null): string {
  return JSON.stringify(token === null ? params : { ...params, auth: token.accessToken });
}

function read(method: string, { status, body }: HttpAnswer, asked: PortalEndpoint, token: Token | null): Exchanged {
  return { status, token, outcome: classify(status, body, method), secrets: secretsOf(asked, token) };
}
