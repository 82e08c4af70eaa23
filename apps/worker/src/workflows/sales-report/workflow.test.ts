import { GRANTED_SIGNAL, REPORT_CANCELLED_SIGNAL, type SalesReportInput, STOPPED_SIGNAL } from "@botdeck/contracts";
import type { WorkflowBundle } from "@temporalio/worker";
import { beforeAll, describe, expect, test } from "vitest";

import { bundleOf, HOUR_MS, ORIGIN, play } from "../../testing/play-flow.ts";

let bundle: WorkflowBundle;
beforeAll(async () => {
  bundle = await bundleOf("entry.ts");
});

const INPUT: SalesReportInput = {
  origin: ORIGIN,
  language: "en",
  by: "12",
  query: { from: "2026-06-01", to: "2026-06-30", timeZone: "Europe/Moscow", whose: { kind: "visible" } },
  total: 10_000,
};

describe("a report that is too much for one answer", () => {
  test("is read and posted once", () =>
    play(bundle, async ({ world, start }) => {
      const flow = await start("salesReport", INPUT);
      expect(await flow.result()).toBe("posted");
      expect(world.done).toEqual(["progress of 10000", "read read", "report", "end posted"]);
    }));

  test("is cancelled by who asked for it and by nobody else, in the middle of reading", () =>
    play(bundle, async ({ world, start }) => {
      world.outside.reports.reads = ["waits"];
      const flow = await start("salesReport", INPUT);
      await world.until("read waits");
      await flow.signal(REPORT_CANCELLED_SIGNAL, { by: "13" });
      await flow.signal(REPORT_CANCELLED_SIGNAL, { by: "12" });
      expect(await flow.result()).toBe("cancelled");
      expect(world.done).toEqual(["progress of 10000", "read waits", "end cancelled"]);
    }));

  test("is cancelled by an admin of the desk, whoever asked", () =>
    play(bundle, async ({ world, start }) => {
      world.outside.reports.reads = ["waits"];
      const flow = await start("salesReport", INPUT);
      await world.until("read waits");
      await flow.signal(REPORT_CANCELLED_SIGNAL, { by: "desk:a", isAdmin: true });
      expect(await flow.result()).toBe("cancelled");
    }));

  test("that lacks its person's permission goes on by itself when it is given", () =>
    play(bundle, async ({ world, start }) => {
      world.outside.reports.reads = ["not_granted", "read"];
      const flow = await start("salesReport", INPUT);
      await world.until("read not_granted");
      await flow.signal(GRANTED_SIGNAL, { userId: "12" });
      expect(await flow.result()).toBe("posted");
      expect(world.done).toContain("report");
    }));

  test("that gets no permission within a day says so", () =>
    play(bundle, async ({ world, start, clock }) => {
      world.outside.reports.reads = ["not_granted"];
      const flow = await start("salesReport", INPUT);
      await world.until("read not_granted");
      await clock.advance(25 * HOUR_MS);
      expect(await flow.result()).toBe("not_granted");
    }));

  test("that cannot be read says so, and one that is stopped says nothing", () =>
    play(bundle, async ({ world, start }) => {
      world.outside.reports.reads = ["fails", "waits"];
      const failed = await start("salesReport", INPUT);
      expect(await failed.result()).toBe("failed");
      const stopped = await start("salesReport", INPUT, "two");
      await world.until("two: read waits");
      await stopped.signal(STOPPED_SIGNAL, { reason: "erased" });
      expect(await stopped.result()).toBe("stopped");
      expect(world.done).not.toContain("report");
    }));
});
