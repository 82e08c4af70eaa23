import { type Bot, type DatabaseHandle, listen, type Portal, type Portals } from "@botdeck/db";

import { remember, type Remembered } from "./remember.ts";

/** A notice may be lost, so a row is read again after this all the same, in milliseconds. */
const KEPT_MS = 15_000;

/** Portals and bots by heart: each event and each delivery asks for them, and they hardly ever change. */
export type KnownRows = {
  portalById: Remembered<Portal>["find"];
  botById: Remembered<Bot>["find"];
  /** Something of them has changed: all are read anew. */
  forget(): void;
};

export function createKnownRows({ byId, botById }: Pick<Portals, "byId" | "botById">): KnownRows {
  const [portals, bots] = [remember(byId, KEPT_MS), remember(botById, KEPT_MS)];
  return {
    portalById: portals.find,
    botById: bots.find,
    forget() {
      portals.forget();
      bots.forget();
    },
  };
}

/**
 * Forgets them whenever somebody says that a portal or a bot changed, and after each lost connection.
 *
 * @returns Stops listening.
 */
export function keepKnown(known: Pick<KnownRows, "forget">, handle: DatabaseHandle): Promise<() => Promise<void>> {
  return listen(handle, "botdeck_portals", known.forget, known.forget);
}
