import { readdirSync, readFileSync } from "node:fs";

import { type Answered, ANSWERED_SIGNAL, type ProductReturnInput, STOPPED_SIGNAL } from "@botdeck/contracts";
import { withWorkflowClock, type WorkflowClock } from "@botdeck/testing/temporal";
import { bundleWorkflowCode, Worker, type WorkflowBundle } from "@temporalio/worker";
import { beforeAll, describe, expect, test } from "vitest";

import { WORKFLOWS_ENTRY } from "../../temporal/run-flows.ts";
import type { ProductReturnActivities } from "./activities.ts";
import { productReturn } from "./workflow.ts";

const HOUR_MS = 3_600_000;
const QUEUE = "test";

let workflowBundle: WorkflowBundle;
beforeAll(async () => {
  workflowBundle = await bundleWorkflowCode({ workflowsPath: WORKFLOWS_ENTRY });
});

/** Activities that only remember, typed as the real ones. */
function remembering() {
  const said: string[] = [];
  const tasks: { day: string; reason: string; photos: readonly { id: string }[] }[] = [];
  const ends: string[] = [];
  let onSaid = () => {};
  const activities: ProductReturnActivities = {
    say: async (_input, line) => {
      said.push(line.text);
      onSaid();
    },
    createManagerTask: async (_input, found) => void tasks.push(found),
    endFlow: async (_input, end) => void ends.push(end.outcome),
  };
  /** Resolves when this text has been said this often. */
  const heard = (text: string, times = 1) =>
    new Promise<void>((resolve) => {
      onSaid = () => {
        if (said.filter((each) => each === text).length >= times) resolve();
      };
      onSaid();
    });
  return { said, tasks, ends, activities, heard };
}

function input(clock: WorkflowClock): ProductReturnInput {
  const id = "01a1fdd1-e5c6-775c-95d4-e7dfc6bd2fec";
  return {
    origin: {
      portalId: id,
      botId: id,
      conversationId: id,
      dialog: { id: "chat1", chatId: "1", type: "open_line", title: "", entityId: null },
      personName: "A client",
      botName: "The bot",
    },
    language: "en",
    orderNumber: null,
    returnDays: 14,
    reminderMs: clock.scaleMs(4 * HOUR_MS),
    expiryMs: clock.scaleMs(72 * HOUR_MS),
  };
}

/** Starts a return and plays `talk` against it. */
async function play(
  talk: (flow: {
    clock: WorkflowClock;
    world: ReturnType<typeof remembering>;
    answer(text: string, options?: { files?: string[]; messageId?: string }): Promise<void>;
    stop(): Promise<void>;
    result(): Promise<string>;
  }) => Promise<void>,
): Promise<void> {
  await withWorkflowClock(async (clock) => {
    const world = remembering();
    const worker = await Worker.create({
      connection: clock.nativeConnection,
      namespace: clock.namespace,
      taskQueue: QUEUE,
      workflowBundle,
      activities: world.activities,
    });
    let count = 0;
    await worker.runUntil(async () => {
      const handle = await clock.client.workflow.start(productReturn, {
        taskQueue: QUEUE,
        workflowId: `return-${Date.now()}`,
        args: [input(clock)],
      });
      await talk({
        clock,
        world,
        answer: async (text, { files = [], messageId = String(++count) } = {}) => {
          const refs = files.map((name) => ({ id: name, name, sizeBytes: null }));
          await handle.signal<[Answered]>(ANSWERED_SIGNAL, { messageId, text, files: refs });
        },
        stop: () => handle.signal(STOPPED_SIGNAL, { reason: "test" }),
        result: () => handle.result(),
      });
    });
  });
}

describe("a return", () => {
  test("goes from the purchase date over reason and photo to the manager's task", () =>
    play(async ({ world, answer, result }) => {
      await world.heard("returnAskDate");
      await answer("yesterday");
      await world.heard("returnAskReason");
      await answer("It is broken");
      await world.heard("returnAskPhoto");
      await answer("", { files: ["photo.jpg"] });
      expect(await result()).toBe("task_created");
      expect(world.tasks).toMatchObject([{ reason: "It is broken", photos: [{ id: "photo.jpg" }] }]);
      expect(world.ends).toEqual(["task_created"]);
    }));

  test("does not ask for a photo that came before it was asked for", () =>
    play(async ({ world, answer, result }) => {
      await world.heard("returnAskDate");
      await answer("yesterday", { files: ["early.jpg"] });
      await world.heard("returnAskReason");
      await answer("It is broken");
      expect(await result()).toBe("task_created");
      expect(world.said).toEqual(["returnAskDate", "returnAskReason"]);
      expect(world.tasks[0]?.photos).toMatchObject([{ id: "early.jpg" }]);
    }));

  test("an answer that is delivered twice counts once", () =>
    play(async ({ world, answer, stop, result }) => {
      await world.heard("returnAskDate");
      await answer("yesterday", { messageId: "m1" });
      await answer("yesterday", { messageId: "m1" });
      await world.heard("returnAskReason");
      await stop();
      expect(await result()).toBe("stopped");
      expect(world.said).toEqual(["returnAskDate", "returnAskReason"]);
    }));

  test("explains what is wrong with a date once, and then brings a person", () =>
    play(async ({ world, answer, result }) => {
      await world.heard("returnAskDate");
      await answer("no idea");
      await world.heard("returnDateUnclear");
      await answer("really not");
      expect(await result()).toBe("handed_over");
      expect(world.tasks).toEqual([]);
    }));

  test("is refused when the time for it is over", () =>
    play(async ({ world, answer, result }) => {
      await world.heard("returnAskDate");
      await answer("40 days ago");
      expect(await result()).toBe("too_old");
    }));

  test("reminds a silent client once after hours, and gives up after days", () =>
    play(async ({ clock, world, result }) => {
      await world.heard("returnAskDate");
      await clock.advance(5 * HOUR_MS);
      await world.heard("returnReminder");
      expect(world.ends).toEqual([]);
      await clock.advance(80 * HOUR_MS);
      expect(await result()).toBe("given_up");
      expect(world.said).toEqual(["returnAskDate", "returnReminder"]);
    }));

  test("ends without another word when somebody else answers now", () =>
    play(async ({ world, stop, result }) => {
      await world.heard("returnAskDate");
      await stop();
      expect(await result()).toBe("stopped");
      expect(world.said).toEqual(["returnAskDate"]);
    }));
});

const HISTORIES = new URL("./histories/", import.meta.url);

test.each(readdirSync(HISTORIES).filter((name) => name.endsWith(".json")))(
  "the run recorded in %s replays on today's code",
  async (name) => {
    const history = JSON.parse(readFileSync(new URL(name, HISTORIES), "utf8"));
    await Worker.runReplayHistory({ workflowBundle }, history);
  },
);
