import { expect, test } from "vitest";

import { showProgress } from "./show-progress.ts";

test("is shown every two seconds at most, in order, and a change that fails stops nothing", async () => {
  const said: string[] = [];
  let now = 0;
  const progress = showProgress({
    say: async (text, key) => {
      said.push(`${key} ${text}`);
      if (said.length === 1) throw new Error("the portal is away");
    },
    keyPrefix: "progress:1",
    textOf: ({ step, read }) => `${step} ${read}`,
    now: () => now,
  });
  for (let read = 50; read <= 1_000; read += 50) {
    now += 500;
    progress.note({ step: "deals", read });
  }
  now += 5_000;
  progress.note({ step: "deals", read: 1_000 });
  progress.note({ step: "deals", read: 1_000 });
  await progress.settled();
  expect(said).toEqual([
    "progress:1:1 deals 200",
    "progress:1:2 deals 400",
    "progress:1:3 deals 600",
    "progress:1:4 deals 800",
    "progress:1:5 deals 1000",
  ]);
});
