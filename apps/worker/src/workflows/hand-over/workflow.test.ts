import { HAND_OVER_NEWS_SIGNAL, type HandOverInput, type HandOverNews } from "@botdeck/contracts";
import type { WorkflowHandle } from "@temporalio/client";
import type { WorkflowBundle } from "@temporalio/worker";
import { beforeAll, describe, expect, test } from "vitest";

import { bundleOf, HOUR_MS, ORIGIN, play, type Stage } from "../../testing/play-flow.ts";

let bundle: WorkflowBundle;
beforeAll(async () => {
  bundle = await bundleOf("entry.ts");
});

const tell = (flow: WorkflowHandle, news: HandOverNews) => flow.signal<[HandOverNews]>(HAND_OVER_NEWS_SIGNAL, news);
const TAKEN: HandOverNews = { kind: "taken", operatorId: "7" };

const input = ({ clock }: Stage, given: Partial<HandOverInput> = {}): HandOverInput => ({
  origin: ORIGIN,
  language: "en",
  topic: "return",
  cause: "misses",
  nextLineIds: ["2", "3"],
  supervisorId: "6",
  // Hours, so that they can be told apart also where time cannot be skipped.
  waitMs: clock.scaleMs(6 * HOUR_MS),
  quietMs: clock.scaleMs(48 * HOUR_MS),
  opensAt: null,
  ...given,
});

describe("a hand-over", () => {
  test("that nobody picks up goes from queue to queue to the supervisor, then a call back is promised", () =>
    play(bundle, async (stage) => {
      const { clock, world, start } = stage;
      const flow = await start("handOver", input(stage));
      await clock.advance(5 * HOUR_MS);
      expect(world.done).toEqual([]);
      await clock.advance(2 * HOUR_MS);
      await world.until("next line 2");
      expect(await flow.result()).toBe("quiet");
      expect(world.done).toEqual(["next line 2", "next line 3", "next person 6", "promise", "back", "end quiet"]);
    }));

  test("that an operator takes climbs no further, and comes back after quiet time, not before", () =>
    play(bundle, async (stage) => {
      const { clock, world, start } = stage;
      world.outside.quiet.push(clock.scaleMs(20 * HOUR_MS));
      const flow = await start("handOver", input(stage));
      await clock.advance(7 * HOUR_MS);
      await world.until("next line 2");
      await tell(flow, TAKEN);
      await tell(flow, TAKEN);
      await clock.advance(50 * HOUR_MS);
      await world.until("busy");
      expect(world.done).not.toContain("back");
      expect(await flow.result()).toBe("quiet");
      expect(world.done).toEqual(["next line 2", "busy", "back", "end quiet"]);
    }));

  test.each([
    [{ kind: "returned" }, "returned"],
    [{ kind: "closed" }, "closed"],
  ] as const)("is over with the news %j", (news, outcome) =>
    play(bundle, async (stage) => {
      const { world, start } = stage;
      const flow = await start("handOver", input(stage));
      await tell(flow, TAKEN);
      await tell(flow, news);
      expect(await flow.result()).toBe(outcome);
      expect(world.done).toEqual([`end ${outcome}`]);
    }),
  );

  test("outside of working hours gives people their time from the opening on", () =>
    play(bundle, async (stage) => {
      const { clock, world, start } = stage;
      // A clock that was just started has the time of the day.
      const opensAt = new Date(Date.now() + clock.scaleMs(10 * HOUR_MS)).toISOString();
      const flow = await start("handOver", input(stage, { opensAt, nextLineIds: [], supervisorId: null }));
      await clock.advance(15 * HOUR_MS);
      expect(world.done).toEqual([]);
      await clock.advance(2 * HOUR_MS);
      await world.until("promise");
      await flow.terminate();
    }));
});
