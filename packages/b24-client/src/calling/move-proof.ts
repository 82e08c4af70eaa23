import type { PortalEndpoint } from "../portal-endpoint.ts";

type Prove = (endpoint: PortalEndpoint) => Promise<boolean>;

/**
 * A proof costs a renewal of the token, so whoever is sent to the same address meanwhile shares it, and one that succeeded
 * is kept.
 *
 * @param prove Every move is believed without it.
 */
export function createMoveProof(prove: Prove | undefined): Prove {
  const proofs = new Map<string, Promise<boolean>>();
  if (prove === undefined) return () => Promise.resolve(true);
  return async (endpoint) => {
    const key = endpoint.kind === "webhook" ? endpoint.url : endpoint.clientEndpoint;
    const proof = proofs.get(key) ?? prove(endpoint);
    proofs.set(key, proof);
    let isProved = false;
    try {
      isProved = await proof;
      return isProved;
    } finally {
      if (!isProved && proofs.get(key) === proof) proofs.delete(key);
    }
  };
}
