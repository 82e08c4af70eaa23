import { readdirSync, readFileSync } from "node:fs";

import {
  type Answered,
  ANSWERED_SIGNAL,
  type Decided,
  DECIDED_SIGNAL,
  NUDGED_SIGNAL,
  type Nudged,
  type ProductReturnInput,
  RESUMED_SIGNAL,
  STOPPED_SIGNAL,
} from "@botdeck/contracts";
import type { Said } from "@botdeck/dialog/dialogs";
import type { WorkflowHandle } from "@temporalio/client";
import { bundleWorkflowCode, Worker, type WorkflowBundle } from "@temporalio/worker";
import { beforeAll, describe, expect, test } from "vitest";

import { WORKFLOW_BUNDLE } from "../../temporal/workflow-bundle.ts";
import { bundleOf, HOUR_MS, ORIGIN, play, type Stage } from "../../testing/play-flow.ts";
import { PHOTO, words } from "../../testing/remembering.ts";

/** Of the dialogs in `testing/`, which never change: it is the order of commands that is kept here. */
const HISTORIES = new URL("./histories/", import.meta.url);
const ORDER = { number: "A-1042", status: "delivered", purchasedOn: "2026-11-14", items: [], phone: "+79161234567" };

let bundle: WorkflowBundle;
beforeAll(async () => {
  bundle = await bundleOf("entry.ts");
});

const isAway = () => {
  throw new Error("away");
};

/** For talks that last for days, with a look at the task each hour. */
const LONG = { maxCachedWorkflows: 10 };

let answers = 0;
const answer = (flow: WorkflowHandle, text: string, given: Partial<Said> = {}, messageId = String(++answers)) =>
  flow.signal<[Answered]>(ANSWERED_SIGNAL, { messageId, said: words(text, given) });
const decide = (flow: WorkflowHandle, verdict: Decided["verdict"], reason: string | null = null) =>
  flow.signal<[Decided]>(DECIDED_SIGNAL, { verdict, by: "5", reason });

function input({ clock }: Stage, given: Partial<ProductReturnInput> = {}): ProductReturnInput {
  return {
    origin: ORIGIN,
    language: "en",
    dialogVersion: 1,
    slots: { number: "A-1042" },
    said: null,
    managerId: "5",
    supervisorId: "6",
    decisionMs: clock.scaleMs(24 * HOUR_MS),
    reminderMs: clock.scaleMs(4 * HOUR_MS),
    expiryMs: clock.scaleMs(72 * HOUR_MS),
    ...given,
  };
}

/** Plays a return up to the manager's task. */
async function taken(stage: Stage, name = "one"): Promise<WorkflowHandle> {
  const { world, start } = stage;
  const mark = name === "two" ? "two: " : "";
  const flow = await start("productReturn", input(stage), name);
  await world.until(`${mark}say askReason`);
  await answer(flow, "broken");
  await world.until(`${mark}say askPhotos`);
  await answer(flow, "", { files: [PHOTO] });
  await world.until(`${mark}say confirm`);
  await answer(flow, "yes, send it");
  await world.until(`${mark}card 5`);
  return flow;
}
const UP_TO_CARD = [
  "request findOrder",
  "say askReason",
  "say askPhotos",
  "say confirm",
  "giveBack accepted returnAccepted",
  "disk kept-9",
  "task",
  "card 5",
];

describe("a return", () => {
  test("goes from the client's words over task and decision to what the client chose", () =>
    play(bundle, async (stage) => {
      const { world } = stage;
      const flow = await taken(stage);
      await decide(flow, "approved");
      await world.until("say returnApproved + settlementAsk");
      await answer(flow, "another one");
      expect(await flow.result()).toBe("exchanged");
      expect(world.done).toEqual([
        ...UP_TO_CARD,
        "lead",
        "say returnApproved + settlementAsk",
        "say noted",
        "giveBack exchanged",
        "comment exchanged",
        "end exchanged",
      ]);
      expect(world.tasks).toMatchObject([{ diskFileIds: ["n-kept-9"], missing: 0, managerId: "5" }]);
      expect(world.results).toMatchObject([
        { dialog: "productReturn", topic: "return", slots: { confirm: true, reason: "broken" } },
        { dialog: "returnSettlement", ending: { outcome: "solved" }, slots: { choice: "exchange" } },
      ]);
    }));

  test("reminds the manager once for each time the desk asks for it, and takes their decision as before", () =>
    play(bundle, async (stage) => {
      const { world } = stage;
      const flow = await taken(stage);
      const nudge = (id: string) => flow.signal<[Nudged]>(NUDGED_SIGNAL, { id, by: "9" });
      await nudge("n1");
      await nudge("n1");
      await world.until("remind 5");
      await nudge("n2");
      await world.until("remind 5", 2);
      await decide(flow, "declined");
      expect(await flow.result()).toBe("declined");
      expect(world.done.filter((what) => what.startsWith("remind"))).toHaveLength(2);
    }));

  test("counts an answer that is delivered twice once, and photos that come early", () =>
    play(bundle, async (stage) => {
      const { world, start } = stage;
      const flow = await start("productReturn", input(stage));
      await world.until("say askReason");
      await answer(flow, "broken", { files: [PHOTO] }, "m1");
      await answer(flow, "broken", { files: [PHOTO] }, "m1");
      await world.until("say confirm");
      await flow.signal(STOPPED_SIGNAL, { reason: "test" });
      expect(await flow.result()).toBe("stopped");
      expect(world.done).toEqual(["request findOrder", "say askReason", "say confirm", "end stopped"]);
    }));

  test("lets the bot answer a question in the middle, and asks its own again once", () =>
    play(bundle, async (stage) => {
      const { world, start } = stage;
      const flow = await start("productReturn", input(stage));
      await world.until("say askReason");
      // Nothing was asked in the middle, so this is a repeat of an old signal.
      await flow.signal(RESUMED_SIGNAL, {});
      await answer(flow, "?", { sure: "availability" });
      await world.until("digress availability");
      await flow.signal(RESUMED_SIGNAL, {});
      await flow.signal(RESUMED_SIGNAL, {});
      await world.until("say askReason", 2);
      await answer(flow, "broken");
      await world.until("say askPhotos");
      await flow.terminate();
      expect(world.done.filter((each) => each === "say askReason")).toHaveLength(2);
    }));

  test("leaves no words unanswered that came in one breath with the last answer", () =>
    play(bundle, async (stage) => {
      const { world, start } = stage;
      const { promise, resolve } = Promise.withResolvers();
      world.outside.answer = () => promise;
      const flow = await start("productReturn", input(stage));
      await answer(flow, "?", { sure: "cancel" });
      await answer(flow, "?", { sure: "availability" });
      resolve("found");
      expect(await flow.result()).toBe("cancelled");
      expect(world.done.slice(2)).toEqual(["digress availability", "giveBack cancelled", "end cancelled"]);
    }));

  test("passes on all that the client says behind its last question, up to its very end", () =>
    play(bundle, async (stage) => {
      const { world, start } = stage;
      const { promise, resolve } = Promise.withResolvers();
      world.outside.answer = () => promise;
      const flow = await start("productReturn", input(stage));
      await answer(flow, "?", { sure: "cancel" });
      await answer(flow, "a word");
      world.outside.onDone = async (what) => {
        if (what === "giveBack cancelled") await answer(flow, "while it is given back", { sure: "hours" });
        if (what === "end cancelled") await answer(flow, "while it ends");
      };
      resolve("found");
      expect(await flow.result()).toBe("cancelled");
      const passedOn = Object.groupBy(world.done.slice(2), (each) => each.split(" ", 1).join());
      expect(passedOn).toEqual({
        giveBack: ["giveBack cancelled"],
        end: ["end cancelled"],
        digress: ["digress ", "digress hours", "digress "],
      });
    }));

  test("passes on what the client says while it waits for the decision", () =>
    play(bundle, async (stage) => {
      const { world } = stage;
      const flow = await taken(stage);
      await answer(flow, "and when?");
      await world.until("digress ");
      await flow.terminate();
    }));

  test("reminds a silent client once, and gives up after days", () =>
    play(bundle, async (stage) => {
      const { clock, world, start } = stage;
      const flow = await start("productReturn", input(stage));
      await world.until("say askReason");
      await clock.advance(5 * HOUR_MS);
      await world.until("say reminder");
      await clock.advance(60 * HOUR_MS);
      expect(world.done).not.toContain("say givenUp");
      await clock.advance(10 * HOUR_MS);
      expect(await flow.result()).toBe("expired");
      expect(world.done.slice(2)).toEqual(["say reminder", "say givenUp", "giveBack expired", "end expired"]);
    }));

  test.each([
    ["the client gives it up", "cancelled", () => "found", { sure: "cancel" }, { outcome: "cancelled" }],
    ["the client wants a person", "handed_over", () => "found", { sure: "operator" }, { cause: "operator_asked" }],
    ["two answers are of no use", "handed_over", () => "found", {}, { cause: "misses" }],
    ["it is too late for it", "refused", () => "late", {}, { outcome: "answered" }],
    ["the orders cannot be seen", "handed_over", isAway, {}, { cause: "source_away" }],
  ])("ends without a task when %s, and the bot is told why", (_when, outcome, find, said, ending) =>
    play(bundle, async (stage) => {
      const { world, start } = stage;
      world.outside.answer = find;
      const flow = await start("productReturn", input(stage));
      if (outcome !== "refused" && find !== isAway) {
        await world.until("say askReason");
        await answer(flow, "?", said);
        if (Object.keys(said).length === 0) {
          await world.until("say reasonAgain");
          await answer(flow, "?");
        }
      }
      expect(await flow.result()).toBe(outcome);
      expect(world.results).toMatchObject([{ ending }]);
      expect(world.done.slice(-2)).toEqual([`giveBack ${outcome}`, `end ${outcome}`]);
      expect(world.tasks).toEqual([]);
    }),
  );

  test("is approved by whoever completes the task, and refunded when the client talks of something else", () =>
    play(bundle, async (stage) => {
      const { world } = stage;
      const flow = await taken(stage);
      world.outside.isTaskDone = true;
      world.outside.isFree = false;
      expect(await flow.result()).toBe("refunded");
      expect(world.done.slice(UP_TO_CARD.length)).toEqual([
        "lead",
        "tell returnApproved + returnRefundPlanned",
        "comment refunded",
        "end refunded",
      ]);
    }));

  test("takes a decision that comes after the supervisor was told", () =>
    play(
      bundle,
      async (stage) => {
        const { clock, world } = stage;
        const flow = await taken(stage);
        await clock.advance(25 * HOUR_MS);
        await world.until("tell returnLate");
        await decide(flow, "declined", "worn");
        await decide(flow, "approved");
        expect(await flow.result()).toBe("declined");
        expect(world.done.slice(UP_TO_CARD.length)).toEqual([
          "supervisor 6",
          "comment overdue",
          "tell returnLate",
          "tell returnDeclined",
          "comment declined",
          "end declined",
        ]);
      },
      LONG,
    ));

  test("that nobody decides ends after three reminders of the supervisor", () =>
    play(
      bundle,
      async (stage) => {
        const { world } = stage;
        const flow = await taken(stage);
        expect(await flow.result()).toBe("undecided");
        expect(world.done.filter((each) => each === "supervisor 6")).toHaveLength(3);
        expect(world.done.slice(-3)).toEqual(["tell returnUndecided", "comment undecided", "end undecided"]);
      },
      LONG,
    ));

  test("leaves money or exchange to the operator who takes over on the way", () =>
    play(bundle, async (stage) => {
      const { world } = stage;
      const flow = await taken(stage);
      await decide(flow, "approved");
      await world.until("say returnApproved + settlementAsk");
      await flow.signal(STOPPED_SIGNAL, { reason: "an operator took over" });
      expect(await flow.result()).toBe("approved");
      expect(world.done.slice(-3)).toEqual(["say returnApproved + settlementAsk", "comment approved", "end approved"]);
    }));

  test("does not disturb another return of the same client", () =>
    play(bundle, async (stage) => {
      const { world } = stage;
      const one = await taken(stage);
      const two = await taken(stage, "two");
      await decide(two, "declined");
      expect(await two.result()).toBe("declined");
      await decide(one, "approved");
      await world.until("say returnApproved + settlementAsk");
      await answer(one, "refund");
      expect(await one.result()).toBe("refunded");
      expect(world.done.filter((each) => each.startsWith("two: ")).slice(-3)).toEqual([
        "two: tell returnDeclined",
        "two: comment declined",
        "two: end declined",
      ]);
    }));

  test("goes on with the dialog it began with, whatever is deployed meanwhile", () =>
    play(bundle, async (stage) => {
      const flow = await taken(stage);
      const history = await flow.fetchHistory();
      await flow.terminate();
      await Worker.runReplayHistory({ workflowBundle: await bundleOf("later-entry.ts") }, history);
    }));

  test("is led by the store's own dialogs as well", async () => {
    await play(await bundleWorkflowCode(WORKFLOW_BUNDLE), async (stage) => {
      const { world, start } = stage;
      const phone = "+79161234567";
      const found: Record<string, unknown> = {
        clientCard: { phone, ownPhone: phone, name: "A client" },
        ownOrders: [ORDER],
        findOrder: ORDER,
      };
      world.outside.answer = (request) => found[request];
      const slots = { returnDays: 14, returnDaysByCategory: {} };
      const said = words("I want to return it");
      const flow = await start("productReturn", input(stage, { slots, said }));
      await world.until("say returnAskReason");
      await answer(flow, "reasonBroken");
      await world.until("say returnAskPhoto");
      await answer(flow, "", { files: [PHOTO] });
      await world.until("say returnSummary");
      await answer(flow, "returnConfirmYes");
      await world.until("card 5");
      await decide(flow, "approved");
      await world.until("say returnApproved + settlementAsk");
      await answer(flow, "settlementExchange");
      expect(await flow.result()).toBe("exchanged");
      expect(world.tasks).toMatchObject([{ slots: { order: { number: "A-1042" }, reason: "broken" }, missing: 0 }]);
    });
  });

  test.each(readdirSync(HISTORIES))("the run recorded in %s replays on today's code", async (name) => {
    const history: unknown = JSON.parse(readFileSync(new URL(name, HISTORIES), "utf8"));
    await Worker.runReplayHistory({ workflowBundle: bundle }, history);
  });
});
