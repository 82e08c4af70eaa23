import { readdirSync, readFileSync } from "node:fs";

import { TICKET_NEWS_SIGNAL, type TicketInput, type TicketNews } from "@botdeck/contracts";
import { STOPPED_SIGNAL } from "@botdeck/contracts/names";
import type { WorkflowHandle } from "@temporalio/client";
import { Worker, type WorkflowBundle } from "@temporalio/worker";
import { beforeAll, describe, expect, test } from "vitest";

import { bundleOf, HOUR_MS, ORIGIN, play, type Stage } from "../../testing/play-flow.ts";

let bundle: WorkflowBundle;
beforeAll(async () => {
  bundle = await bundleOf("entry.ts");
});

const HISTORIES = new URL("./histories/", import.meta.url);

type Kind = TicketNews["kind"];
let count = 0;
const tell = (flow: WorkflowHandle, kind: Kind, given: object = { by: "4" }) =>
  flow.signal<[TicketNews]>(TICKET_NEWS_SIGNAL, { id: String(++count), kind, ...given } as TicketNews); // safe: each gives what its kind needs

const ALWAYS = Array.from({ length: 7 }, () => ["00:00-24:00"]);

const input = ({ clock: { scaleMs } }: Stage, given: Partial<TicketInput> = {}): TicketInput => ({
  origin: { ...ORIGIN, dialog: { id: "1", chatId: null, type: "private", title: "", entityId: null } },
  language: "en",
  ticketId: ORIGIN.conversationId,
  // Round the clock, so that time can be told also where it cannot be skipped.
  calendar: { timeZone: "UTC", hours: ALWAYS, holidays: [], workDays: [] },
  pool: "hardware",
  members: ["4", "5"],
  mostOpen: 10,
  projectId: "7",
  escalation: [],
  respondMs: scaleMs(4 * HOUR_MS),
  resolveMs: scaleMs(160 * HOUR_MS),
  escalateMs: scaleMs(40 * HOUR_MS),
  closeMs: scaleMs(72 * HOUR_MS),
  reopenMs: scaleMs(14 * 24 * HOUR_MS),
  lookMs: scaleMs(10 * HOUR_MS),
  assignMs: scaleMs(10 * HOUR_MS),
  ...given,
});

const BEGUN = ["move open", "assign 4", "card 4", "tell assigned", "task"];

/** In any order: what is said to several at once. */
const sorted = (done: readonly string[]) => done.toSorted();

describe("a ticket", () => {
  test("is assigned, worked on, solved and closed; the reporter is asked once how it was, and its end comes after the time to open it again", () =>
    play(bundle, async (stage) => {
      const { clock, world, start } = stage;
      const flow = await start("ticket", input(stage));
      await world.until("task");
      expect(sorted(world.done)).toEqual(sorted(BEGUN));
      await tell(flow, "taken", { by: "5" });
      await tell(flow, "taken");
      await world.until("tell taken");
      await tell(flow, "solved");
      await world.until("tell solved");
      await tell(flow, "confirmed", { by: "1" });
      await world.until("tell closed with rating");
      await clock.advance(24 * HOUR_MS);
      await tell(flow, "reopened", { by: "1" });
      await world.until("staff 4 reopened");
      await tell(flow, "solved");
      await world.until("tell solved", 2);
      await clock.advance(80 * HOUR_MS);
      await world.until("tell closedByItself");
      expect(await flow.result()).toBe("closed");
      expect(world.done.filter((what) => /^(move|tell|deed [cr]|end)/.test(what))).toEqual([
        "move open",
        "tell assigned",
        "move in_progress",
        "tell taken",
        "move solved",
        "deed complete",
        "tell solved",
        "move closed",
        "tell closed with rating",
        "move in_progress",
        "deed renew",
        "tell reopened",
        "move solved",
        "deed complete",
        "tell solved",
        "move closed",
        "tell closedByItself",
        "end closed",
      ]);
    }));

  test("is closed by the desk with a reason for all, may be opened again, and is not closed twice", () =>
    play(bundle, async (stage) => {
      const { clock, world, start } = stage;
      const flow = await start("ticket", input(stage));
      await world.until("task");
      const cancel = { by: "desk:a", byName: "A lead", reason: "no longer needed" };
      await tell(flow, "nudged", { by: "desk:a" });
      await world.until("staff 4 nudged");
      await tell(flow, "cancelled", cancel);
      await world.until("staff 4 cancelled");
      await tell(flow, "cancelled", cancel);
      await tell(flow, "nudged", { by: "desk:a" });
      await tell(flow, "reopened", { by: "1" });
      await world.until("staff 4 reopened");
      await tell(flow, "cancelled", cancel);
      await world.until("staff 4 cancelled", 2);
      await clock.advance(15 * 24 * HOUR_MS);
      expect(await flow.result()).toBe("closed");
      const closed = ["move closed", "deed complete", "tell cancelled", "staff 4 cancelled"];
      const moves = world.done.filter((what) => /^(move|tell c|staff|deed [cr]|end)/.test(what));
      expect(sorted(moves)).toEqual(
        sorted([
          "move open",
          "staff 4 nudged",
          ...closed,
          "move in_progress",
          "deed renew",
          "staff 4 reopened",
          ...closed,
          "end closed",
        ]),
      );
    }));

  test("that nobody answers warns at 80 %, and each broken promise climbs one step, as far as there is somebody", () =>
    play(bundle, async (stage) => {
      const { clock, world, start } = stage;
      const flow = await start("ticket", input(stage));
      await clock.advance(3 * HOUR_MS);
      expect(world.done).not.toContain("staff 4 respondWarn");
      await clock.advance(0.5 * HOUR_MS);
      await world.until("staff 4 respondWarn");
      expect(world.done).not.toContain("staff 4 respondBreach");
      await clock.advance(1 * HOUR_MS);
      await world.until("escalate respondBreach 6");
      await clock.advance(40 * HOUR_MS);
      await world.until("escalate respondBreach 7");
      await clock.advance(40 * HOUR_MS);
      await world.until("escalate respondBreach nobody");
      expect(world.done.filter((what) => what === "staff 4 respondBreach")).toHaveLength(1);
      // First words of whoever works on it are the response.
      await tell(flow, "commented", { by: "4", commentId: "c1" });
      await world.until("move in_progress");
      await clock.advance(130 * HOUR_MS);
      await world.until("escalate resolveBreach 6");
      expect(world.done).toContain("staff 4 resolveWarn");
      await flow.terminate();
    }));

  test("stands still while the reporter is waited for, and goes on with their words", () =>
    play(bundle, async (stage) => {
      const { clock, world, start } = stage;
      const flow = await start("ticket", input(stage));
      await tell(flow, "waiting");
      await world.until("tell waiting");
      await clock.advance(400 * HOUR_MS);
      await tell(flow, "commented", { by: "1", commentId: "c1" });
      await world.until("move in_progress");
      await clock.advance(120 * HOUR_MS);
      expect(world.done).not.toContain("staff 4 resolveWarn");
      await clock.advance(10 * HOUR_MS);
      await world.until("staff 4 resolveWarn");
      await flow.terminate();
    }));

  test("goes on in a new run with nothing lost or said twice", () =>
    play(bundle, async (stage) => {
      const { world, start } = stage;
      const flow = await start("ticket", input(stage, { mostSteps: 2 }));
      await world.until("task");
      for (let index = 0; index < 12; index++) {
        await flow.signal(TICKET_NEWS_SIGNAL, {
          id: `m${index % 9}`,
          kind: "commented",
          by: "1",
          commentId: `c${index % 9}`,
        });
      }
      await world.until("comment c8");
      await tell(flow, "solved");
      await world.until("tell solved");
      await tell(flow, "confirmed", { by: "1" });
      expect(await flow.result()).toBe("closed");
      const comments = world.done.filter((what) => what.startsWith("comment"));
      expect(comments).toEqual(Array.from({ length: 9 }, (_, index) => `comment c${index}`));
      const { keys } = world.outside.tickets;
      expect(new Set(keys).size).toBe(keys.length);
    }));

  test("forgets neither its end nor its task when they come with the last step of a run", () =>
    play(bundle, async (stage) => {
      const { world, start } = stage;
      const { promise: taskId, resolve: makeTask } = Promise.withResolvers<string>();
      // As of an activity that answers late.
      Object.assign(world.outside.tickets, { taskId });
      const flow = await start("ticket", input(stage, { mostSteps: 1 }));
      const isTaskTold = async () => {
        const { events } = await flow.fetchHistory();
        const scheduled = events?.find(
          (event) => event.activityTaskScheduledEventAttributes?.activityType?.name === "ticketTaskId",
        )?.eventId;
        return events?.some(({ activityTaskCompletedEventAttributes: done }) =>
          done?.scheduledEventId?.eq(scheduled ?? -1),
        );
      };
      world.outside.onDone = async (what) => {
        if (what === "comment c1") {
          makeTask("501");
          while (!(await isTaskTold()));
        }
        if (what === "comment c2") await flow.signal(STOPPED_SIGNAL, {});
      };
      await tell(flow, "commented", { by: "1", commentId: "c1" });
      await world.until("deed comment");
      await tell(flow, "commented", { by: "1", commentId: "c2" });
      expect(await flow.result()).toBe("stopped");
    }));

  test("that is part of another one ends with it; only who helps may say so", () =>
    play(bundle, async (stage) => {
      const { world, start } = stage;
      const flow = await start("ticket", input(stage));
      await tell(flow, "merged", { by: "1", into: ORIGIN.portalId });
      await world.until("staff 1 notMerged");
      await tell(flow, "merged", { by: "5", into: ORIGIN.portalId });
      expect(await flow.result()).toBe("merged");
      expect(world.done.filter((what) => what.startsWith("merge"))).toHaveLength(1);
      expect(sorted(world.done.slice(-4))).toEqual(
        sorted(["deed complete", "card 4 again", "tell merged", "end merged"]),
      );
    }));

  test("is done when its task is, is open again when that is, and goes to whom the task was given; our own deeds do not come back", () =>
    play(bundle, async (stage) => {
      const { world, start } = stage;
      world.outside.tickets.looks.push(
        {},
        { status: "in_progress" },
        { status: "completed", comments: [{ commentId: "c1", by: "4" }] },
        { status: "pending", responsibleId: "5" },
        { isGone: true },
      );
      const flow = await start("ticket", input(stage));
      await world.until("look");
      for (const what of ["tell taken", "tell solved", "tell reopened", "staff 5 taskGone"]) {
        await tell(flow, "task_changed", {});
        await world.until(what);
      }
      expect(world.done.filter((what) => what.startsWith("deed"))).not.toContain("deed complete");
      expect(world.done).toEqual(expect.arrayContaining(["comment c1", "reassign 5", "card 5", "tell reassigned"]));
      await flow.terminate();
    }));

  test("looks at its task again and again where no event tells of it", () =>
    play(bundle, async (stage) => {
      const { clock, world, start } = stage;
      Object.assign(world.outside.tickets, { hasEvents: false, looks: [{}, {}, { status: "completed" }] });
      const flow = await start("ticket", input(stage));
      await clock.advance(25 * HOUR_MS);
      await world.until("tell solved");
      expect(world.done.filter((what) => what === "look").length).toBeGreaterThanOrEqual(3);
      await flow.terminate();
    }));

  test("that nobody may take is tried again, and the heads hear of it once", () =>
    play(bundle, async (stage) => {
      const { clock, world, start } = stage;
      world.outside.tickets.turns = [null, null, "5"];
      const flow = await start("ticket", input(stage));
      await clock.advance(25 * HOUR_MS);
      await world.until("card 5");
      expect(world.done.filter((what) => what.startsWith("escalate unassigned"))).toEqual(["escalate unassigned 6"]);
      expect(world.done).toContain("deed delegate");
      await flow.terminate();
    }));

  test("goes to another one when whoever has it is away for longer", () =>
    play(bundle, async (stage) => {
      const { clock, world, start } = stage;
      // Days cannot be made shorter.
      if (clock.kind === "short-durations") return;
      Object.assign(world.outside.tickets, { turns: ["4", "5"], away: ["4"] });
      const flow = await start("ticket", input(stage));
      await clock.advance(30 * HOUR_MS);
      await world.until("card 5");
      expect(world.done).toEqual(
        expect.arrayContaining(["card 4 again, passed on", "deed delegate", "tell reassigned"]),
      );
      await flow.terminate();
    }));

  test.each(readdirSync(HISTORIES))("the run recorded in %s replays on today's code", async (name) => {
    const history: unknown = JSON.parse(readFileSync(new URL(name, HISTORIES), "utf8"));
    await Worker.runReplayHistory({ workflowBundle: bundle }, history);
  });
});
