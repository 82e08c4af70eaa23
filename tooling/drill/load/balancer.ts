import { answersOk } from "../../start/http.ts";

const HEALTH_EVERY_MS = 100;

export type Balancer = {
  /** The gateways in the order in which a request should try them; those that say they are well come first. */
  choose(): string[];
  close(): void;
};

/**
 * Spreads requests over the gateways in turn, and goes by their `/health` as a proxy does. When none is well, all are
 * tried: a gateway without a database still takes events.
 */
export function createBalancer(urls: readonly string[]): Balancer {
  const isWell = new Map(urls.map((url) => [url, true]));
  const asking = new Set<string>();
  let turn = 0;
  const ask = async (url: string) => {
    if (asking.has(url)) return;
    asking.add(url);
    isWell.set(url, await answersOk(`${url}/health`));
    asking.delete(url);
  };
  const timer = setInterval(() => {
    for (const url of urls) void ask(url);
  }, HEALTH_EVERY_MS);
  return {
    choose() {
      turn += 1;
      const inTurn = urls.map((_url, index) => urls[(turn + index) % urls.length] ?? "");
      return inTurn.toSorted((one, other) => Number(isWell.get(other) ?? false) - Number(isWell.get(one) ?? false));
    },
    close: () => clearInterval(timer),
  };
}
