import type { RecordScanInput } from "@botdeck/contracts";
import { ApplicationFailure } from "@temporalio/activity";
import type { WorkflowBundle } from "@temporalio/worker";
import { beforeAll, expect, test } from "vitest";

import { bundleOf, ORIGIN, play } from "../../testing/play-flow.ts";

let bundle: WorkflowBundle;
beforeAll(async () => {
  bundle = await bundleOf("entry.ts");
});

const { portalId, botId } = ORIGIN;
const input: RecordScanInput = { portalId, botId, of: "overdue", dueAt: "2026-11-20T06:00:00.000Z" };

test("a scan that a portal interrupts goes on, and tells what it found", () =>
  play(bundle, async ({ world, start }) => {
    let tries = 0;
    world.outside.onDone = async () => {
      tries += 1;
      if (tries < 3) throw new Error("the portal is away");
    };
    const flow = await start("recordScan", input);
    expect(await flow.result()).toEqual({ kind: "done", found: 0 });
    expect(world.done).toEqual(["scan overdue", "scan overdue", "scan overdue"]);
  }));

test("a scan that cannot be done ends, so that the next hour's is not in its way", () =>
  play(bundle, async ({ world, start }) => {
    world.outside.onDone = async () => {
      throw ApplicationFailure.nonRetryable("the portal refuses");
    };
    const flow = await start("recordScan", input);
    expect(await flow.result()).toEqual({ kind: "failed" });
  }));
