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
  status: () => ({ records: 1, bytes: 100, isFull: false, problem: null, oldestAt: new Date(0) }),
  adopt: async () => ({ records: 0 }),
  probe: async () => {},
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

function createIntakeWith(spool: Spool, kept: string[]) {
  return createIntake({
    async keepEvents(events) {
      const keys = events.map(({ dedupeKey }) => dedupeKey);
      kept.push(...keys);
      return keys;
    },
    keepAppLife: async () => {},
    spool,
    ping: async () => {},
    counts: noCounts(),
    logger: createLogger({ name: "test", level: "silent" }),
  });
}

test("a spool whose disk fails keeps no event from a database that works", async () => {
  const kept: string[] = [];
  const intake = createIntakeWith(failing, kept);
  await Promise.all(["1", "2", "3"].map((key) => intake.keep(post(key))));
  const startedAt = performance.now();
  for (const key of ["4", "5", "6"]) await intake.keep(post(key));
  // That the spool takes something is waited for once, a second long, and not by each of the three.
  expect(performance.now() - startedAt).toBeLessThan(2_500);
  expect(kept).toEqual(["1", "2", "3", "4", "5", "6"]);
  await intake.close(0);
});

test("an event waits for a spool whose disk is full as long as it is being emptied, and then comes behind it", async () => {
  const kept: string[] = [];
  let records = 1;
  let refusals = 0;
  const triedAgain = Promise.withResolvers<void>();
  const full: Spool = {
    ...failing,
    status: () => ({ records, bytes: 100, isFull: false, problem: null, oldestAt: new Date(0) }),
    appendUnlessEmpty() {
      if (records === 0) return Promise.resolve("empty");
      if (++refusals === 2) triedAgain.resolve();
      return diskFails();
    },
    async drain(take) {
      await triedAgain.promise;
      const { source, events } = post("spooled");
      await take([Buffer.from(JSON.stringify({ form: 1, source, events }))]);
      records = 0;
      return { drained: 1 };
    },
  };
  const intake = createIntakeWith(full, kept);
  await intake.keep(post("behind"));
  expect(kept).toEqual(["spooled", "behind"]);
  await intake.close(0);
});
