import type { B24Client } from "@botdeck/b24-client";
import type { Portal } from "@botdeck/db";

/** Above this the one made first is made anew when it is wanted: a portal may have many people. */
const MOST = 2_000;

export type KeptClients = {
  /** @param identity What tells the clients of one portal apart: whose rights, and by which token. */
  find(portal: Portal, identity: string, make: () => B24Client): B24Client;
};

/**
 * A client remembers its token and which methods the portal has paused, so it is kept as long as the portal's row stays as
 * it is; an installation changes that.
 */
export function createKeptClients(): KeptClients {
  const kept = new Map<string, { updatedAt: number; client: B24Client }>();
  return {
    find(portal, identity, make) {
      const key = `${portal.id}:${identity}`;
      const known = kept.get(key);
      if (known?.updatedAt === portal.updatedAt.getTime()) return known.client;
      const client = make();
      const [first] = kept.keys();
      if (first !== undefined && kept.size >= MOST) kept.delete(first);
      kept.set(key, { updatedAt: portal.updatedAt.getTime(), client });
      return client;
    },
  };
}
