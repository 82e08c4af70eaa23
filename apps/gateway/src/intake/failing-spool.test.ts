import { AppError } from "@botdeck/core";
import type { Spool } from "@botdeck/spool";
import { createLogger } from "@botdeck/telemetry";
import { expect, test } from "vitest";

import { createIntake } from "./create-intake.ts";
import { noCounts } from "./intake-counts.ts";
import type { Post } from "./post.ts";

const diskFails = () => Promise.reject(new AppError("unreachable", "The spool could not write: EIO"));

/** Its disk gives nothing back and takes nothing more, while something waits on it. */
const failing: Spool = {
  append: diskFails,
  appendUnlessEmpty: diskFails,
  drain: diskFails,
  status: () => ({ records: 1, bytes: 100, isFull: false, oldestAt: new Date(0) }),
  adopt: async () => ({ records: 0 }),
  close: async () => {},
};

const post = (dedupeKey: string): Post => ({
  source: "webhook",
  bytes: 100,
  events: [
    {
      dedupeKey,
      event: {
        kind: "event.unreadable",
        portalId: "00000000-0000-0000-0000-000000000000",
        botId: null,
        event: "ANY",
        data: {},
        problem: "none",
        occurredAt: new Date(0).toISOString(),
      },
    },
  ],
});

test("a spool whose disk fails keeps no event from a database that works", async () => {
  const kept: string[] = [];
  const intake = createIntake({
    async keepEvents(events) {
      const keys = events.map(({ dedupeKey }) => dedupeKey);
      kept.push(...keys);
      return keys;
    },
    keepAppLife: async () => {},
    spool: failing,
    ping: async () => {},
    onKept: () => {},
    counts: noCounts(),
    logger: createLogger({ name: "test", level: "silent" }),
  });
  await Promise.all(["1", "2", "3"].map((key) => intake.keep(post(key))));
  expect(kept).toEqual(["1", "2", "3"]);
  await intake.close(0);
});
