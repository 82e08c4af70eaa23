import { classify, type Classified, type PortalAnswer } from "../classify.ts";
import { secretsOf } from "../hide-secrets.ts";
import { movedEndpoint, type PortalEndpoint, urlOfMethod } from "../portal-endpoint.ts";
import type { Token, TokenStore } from "../token-store.ts";
import type { HttpAnswer, Transport } from "../transport.ts";
import type { Departure, Request } from "./departure.ts";
import { createMoveProof } from "./move-proof.ts";
import { writeJson } from "./write-json.ts";

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

/**
 * One request and its answer; null when nobody wanted it any more by the time that it could leave.
 *
 * @throws TransportError when there is no answer; what the token store and the proof of a move throw, before it leaves.
 */
export type Exchange = (departure: Departure, fresh: Token | null) => Promise<Exchanged | null>;

type Asked = { endpoint: PortalEndpoint; request: Request; token: Token | null };

/** Asks a portal once, wherever it lives by now, with the token of the moment. */
export function createExchange(options: ExchangeOptions): Exchange {
  const { transport, tokens, onMoved, timeoutMs } = options;
  const isProved = createMoveProof(options.proveMove);
  let home = options.portal;

  const send = ({ endpoint, request: { method, params, signal }, token }: Asked) =>
    transport.send(urlOfMethod(endpoint, method), bodyOf(params, token), { timeoutMs, signal });

  return async (departure, fresh) => {
    const token = fresh ?? (await tokens?.get()) ?? null;
    const request = departure.leave();
    if (request === null) return null;
    const asked = { endpoint: home, request, token };
    const answer = await send(asked);
    // Following a redirect as browsers do would turn the POST into a GET and lose the body.
    const isRedirect = answer.status >= 300 && answer.status < 400;
    const moved = isRedirect ? movedEndpoint(asked.endpoint, request.method, answer.location) : null;
    return moved === null ? read(asked, answer) : follow(departure, moved, { asked, answer });
  };

  /** The old address, proved by TLS, sent us there. What only the app may know is sent when the move is proved besides. */
  async function follow(
    departure: Departure,
    moved: PortalEndpoint,
    first: { asked: Asked; answer: HttpAnswer },
  ): Promise<Exchanged | null> {
    departure.stay();
    if (!(await isProved(moved))) return read(first.asked, first.answer);
    // Proving a move may have renewed it.
    const token = (await tokens?.get()) ?? null;
    const request = departure.leave();
    if (request === null) return null;
    const asked = { endpoint: moved, request, token };
    const second = read(asked, await send(asked));
    if (isOfPortal(second) && home === first.asked.endpoint) {
      home = moved;
      onMoved?.(moved);
    }
    return second;
  }
}

/** A refusal in the portal's own words shows as well as a result that it lives there. */
function isOfPortal({ status, outcome }: Exchanged): boolean {
  return outcome.ok || (outcome.failure.portalCode !== null && status < 500);
}

function bodyOf(params: object, token: Token | null): string {
  return writeJson(token === null ? params : { ...params, auth: token.accessToken });
}

function read({ endpoint, request, token }: Asked, { status, body }: HttpAnswer): Exchanged {
  return { status, token, outcome: classify(status, body, request.method), secrets: secretsOf(endpoint, token) };
}
