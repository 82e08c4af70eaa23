import { STOPPED_SIGNAL, type StockWatchInput } from "@botdeck/contracts";
import type { WorkflowBundle } from "@temporalio/worker";
import { beforeAll, describe, expect, test } from "vitest";

import { bundleOf, HOUR_MS, ORIGIN, play, type Stage } from "../../testing/play-flow.ts";

let bundle: WorkflowBundle;
beforeAll(async () => {
  bundle = await bundleOf("entry.ts");
});

const input = ({ clock }: Stage): StockWatchInput => ({
  origin: ORIGIN,
  language: "en",
  productId: "12",
  productName: "Kettle",
  everyMs: clock.scaleMs(24 * HOUR_MS),
  lastsMs: clock.scaleMs(60 * HOUR_MS),
});

describe("a watch for a product", () => {
  test("tells who asked once it is back, and is over", () =>
    play(bundle, async (stage) => {
      const { world, start } = stage;
      const flow = await start("stockWatch", input(stage));
      await stage.clock.advance(25 * HOUR_MS);
      await world.until("look");
      world.outside.isInStock = true;
      expect(await flow.result()).toBe("told");
      expect(world.done).toEqual(["look", "look", "tell Kettle", "end told"]);
    }));

  test("ends after its time, with a last look", () =>
    play(bundle, async (stage) => {
      const { world, start } = stage;
      const flow = await start("stockWatch", input(stage));
      expect(await flow.result()).toBe("given_up");
      expect(world.done).toEqual(["look", "look", "look", "end given_up"]);
    }));

  test("ends without a word when it is stopped", () =>
    play(bundle, async (stage) => {
      const { world, start } = stage;
      const flow = await start("stockWatch", input(stage));
      await flow.signal(STOPPED_SIGNAL, { reason: "test" });
      expect(await flow.result()).toBe("stopped");
      expect(world.done).toEqual(["end stopped"]);
    }));
});
