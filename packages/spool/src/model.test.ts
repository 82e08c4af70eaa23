import { appendFileSync, readFileSync, writeFileSync } from "node:fs";

import fc from "fast-check";
import { expect, test } from "vitest";

import { openSpool } from "./open-spool.ts";
import { copyOf, segmentFiles, tearLast } from "./testing/leftovers.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";
import { text } from "./testing/texts.ts";

const OPTIONS = { maxBytes: 1024 * 1024, segmentBytes: 400, batch: { maxRecords: 3 } };

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("append"), sizes: fc.array(fc.nat(200), { minLength: 1, maxLength: 8 }) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("drain"), batches: fc.nat(4) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("restart") }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("crash"), tornBytes: fc.nat(523) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("garbage"), bytes: fc.uint8Array({ minLength: 1, maxLength: 60 }) }),
  },
);
const damage = fc.record({
  kind: fc.constant("damage"),
  file: fc.nat(),
  place: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
});
type Step = typeof step | typeof damage extends fc.Arbitrary<infer T> ? T : never;

/** Runs the steps and a last drain: what was acknowledged, and what was taken, each in order. */
async function play(steps: readonly Step[]): Promise<{ kept: string[]; taken: string[] }> {
  let folder = temporaryFolder();
  let spool = await openSpool({ folder, ...OPTIONS });
  const kept: string[] = [];
  const taken: string[] = [];

  const drain = async (batches: number): Promise<void> => {
    let left = batches;
    const take = async (records: Uint8Array[]): Promise<void> => {
      if (left-- === 0) throw new Error("enough");
      taken.push(...records.map((record) => text(record).trimEnd()));
    };
    await spool
      .drain(take, { batch: OPTIONS.batch })
      .catch((error: unknown) => expect(error).toMatchObject({ message: "enough" }));
  };
  const reopen = async (change: () => void): Promise<void> => {
    await spool.close();
    change();
    spool = await openSpool({ folder, ...OPTIONS });
  };

  for (const one of steps) {
    switch (one.kind) {
      case "append": {
        const values = one.sizes.map((size, index) => ({ id: `${kept.length + index}`, size }));
        await Promise.all(values.map(({ id, size }) => spool.append(Buffer.from(id.padEnd(size)))));
        kept.push(...values.map(({ id }) => id));
        break;
      }
      case "drain":
        await drain(one.batches);
        break;
      case "restart":
        await reopen(() => undefined);
        break;
      case "crash": {
        const crashed = copyOf(folder);
        await reopen(() => {
          folder = crashed;
          tearLast(folder, one.tornBytes);
        });
        break;
      }
      case "garbage":
        await reopen(() =>
          segmentFiles(folder)
            .slice(-1)
            .forEach((file) => appendFileSync(file, one.bytes)),
        );
        break;
      case "damage":
        await reopen(() => damageOneByte(segmentFiles(folder), one));
        break;
    }
  }
  await drain(-1);
  expect(spool.status()).toEqual({ records: 0, bytes: 0, isFull: false, problem: null, oldestAt: null });
  await spool.close();
  return { kept, taken };
}

function damageOneByte(files: string[], { file, place }: { file: number; place: number }): void {
  const path = files[file % files.length];
  if (path === undefined) return;
  const bytes = readFileSync(path);
  const hit = Math.floor(place * bytes.length);
  bytes[hit] = (bytes[hit] ?? 0) ^ 0x55;
  writeFileSync(path, bytes);
}

test("whatever is appended, drained, stopped, killed and torn in whatever order: each record comes once, in order", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      const { kept, taken } = await play(steps);
      expect(taken).toEqual(kept);
    }),
    { numRuns: 60 },
  );
});

test("a damaged byte costs one record at most, whatever else happens; others may come twice, but in order", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 8 }),
      damage,
      fc.array(step, { maxLength: 6 }),
      async (before, hit, after) => {
        const { kept, taken } = await play([...before, hit, ...after]);
        const first = [...new Set(taken)];
        expect(first).toEqual(kept.filter((id) => first.includes(id)));
        expect(kept.length - first.length).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 40 },
  );
});
