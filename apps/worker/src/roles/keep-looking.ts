import { pauseFor } from "@botdeck/core";
import { isDatabaseAway } from "@botdeck/db";
import type { Logger } from "@botdeck/telemetry";

import type { Role } from "./role.ts";

/** The pause between two looks, in milliseconds; up to half as much more, at random, so that processes do not look together. */
const EVERY_MS = 1_000;

/** Keeps looking for rare work that nobody announces, such as what a dead process held. @param look One look, with its work. */
export function keepLooking(name: string, look: () => Promise<void>, logger: Logger, everyMs: number = EVERY_MS): Role {
  const stopping = new AbortController();
  let wasAway = false;

  async function lookOnce(): Promise<void> {
    try {
      await look();
      wasAway = false;
    } catch (error) {
      if (!wasAway) logger.warn({ err: error, looker: name }, "a look for work failed");
      wasAway = isDatabaseAway(error);
    }
  }

  async function keepOn(): Promise<void> {
    while (!stopping.signal.aborted) {
      await lookOnce();
      await pauseFor(everyMs * (1 + Math.random() / 2), stopping.signal);
    }
  }

  const looking = keepOn();
  return {
    async stop() {
      stopping.abort();
      await looking;
    },
  };
}
