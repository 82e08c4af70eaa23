import type { HookCounts, NewHookSample } from "@botdeck/db";
import { createLogger } from "@botdeck/telemetry";
import { expect, test } from "vitest";

import { createHookNotes } from "./hook-notes.ts";

test("posts that are large and many are all counted, and as many seen as memory is for", async () => {
  const written: { counts: readonly HookCounts[]; samples: readonly NewHookSample[] }[] = [];
  const notes = createHookNotes({
    write: async (counts, samples) => void written.push({ counts, samples }),
    now: () => new Date(0),
    logger: createLogger({ name: "test", level: "silent" }),
    everyMs: 3_600_000,
  });
  for (let hook = 0; hook < 100; hook++) {
    for (let index = 0; index < 10; index++) {
      notes.note({ hookId: `hook ${hook}`, status: 200, reason: null, refusal: null, body: `${index}`.repeat(60_000) });
    }
  }
  notes.note({ hookId: "hook 0", status: 400, reason: "broken", refusal: null, body: "one more" });
  await notes.stop();
  expect(written).toHaveLength(1);
  const { counts = [], samples = [] } = written[0] ?? {};
  expect(counts).toHaveLength(100);
  expect(counts.every(({ accepted }) => accepted === 10)).toBe(true);
  expect(samples.length).toBeGreaterThan(50);
  expect(samples.length).toBeLessThanOrEqual(67);
});

test("what is too long to be kept whole is still masked by what it is", async () => {
  const written: NewHookSample[] = [];
  const notes = createHookNotes({
    write: async (_, samples) => void written.push(...samples),
    now: () => new Date(0),
    logger: createLogger({ name: "test", level: "silent" }),
    everyMs: 3_600_000,
  });
  const body = JSON.stringify({ id: 7, customer: { name: "Anna" }, pad: "x ".repeat(50_000) });
  notes.note({ hookId: "hook", status: 200, reason: null, refusal: null, body });
  notes.note({ hookId: "hook", status: 200, reason: null, refusal: null, body: body.slice(0, 50_000) });
  await notes.stop();
  expect(written.map((sample) => [sample.body.includes("customer"), sample.body.includes("Anna")])).toEqual([
    [true, false],
    [true, false],
  ]);
});
