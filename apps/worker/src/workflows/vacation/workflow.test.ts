import { readdirSync, readFileSync } from "node:fs";

import {
  GRANTED_SIGNAL,
  STOPPED_SIGNAL,
  VACATION_NEWS_SIGNAL,
  type VacationInput,
  type VacationNews,
  type VacationNewsKind,
} from "@botdeck/contracts";
import type { WorkflowHandle } from "@temporalio/client";
import { Worker, type WorkflowBundle } from "@temporalio/worker";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";

import { newVacationDesk } from "../../testing/remember-vacations.ts";
import { bundleOf, HOUR_MS, ORIGIN, play, type Stage } from "../../testing/play-flow.ts";

const DAY_MS = 24 * HOUR_MS;
const HISTORIES = new URL("./histories/", import.meta.url);

let bundle: WorkflowBundle;
beforeAll(async () => {
  bundle = await bundleOf("entry.ts");
});

const OFFICE = ["09:00-18:00"];

/** The office's Monday begins at ten, when somebody asks for two weeks in July. */
function input({ clock, world }: Stage, given: Partial<VacationInput> = {}): VacationInput {
  world.outside.vacations.scale = clock.scaleMs(DAY_MS) / DAY_MS;
  return {
    origin: { ...ORIGIN, dialog: { id: "1", chatId: null, type: "private", title: "", entityId: null } },
    language: "en",
    absenceId: ORIGIN.conversationId,
    calendar: {
      timeZone: "Europe/Moscow",
      hours: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []],
      holidays: ["2027-03-08"],
      workDays: [],
    },
    freeKinds: ["sick"],
    substitutes: {},
    fallbackApproverId: null,
    mostAway: 0.5,
    balance: null,
    record: { kind: "calendar" },
    askAgainMs: clock.scaleMs(7 * DAY_MS),
    ...given,
  };
}

let count = 0;
const tell = (flow: WorkflowHandle, kind: VacationNewsKind, given: Partial<VacationNews> = {}) =>
  flow.signal<[VacationNews]>(VACATION_NEWS_SIGNAL, { id: String(++count), by: "2", version: 1, kind, ...given });
const own = { by: "1" };

/** The person changes the request; as the bot does, the row first. */
async function edit({ world }: Stage, flow: WorkflowHandle, id?: string): Promise<void> {
  const { row } = world.outside.vacations;
  if (row === null) return;
  row.version += 1;
  row.state = "requested";
  await tell(flow, "edited", { ...own, version: row.version, ...(id !== undefined && { id }) });
}

describe("a request for days off", () => {
  test("is approved, stands in the calendar and on record, and is over after its last day", () =>
    play(bundle, async (stage) => {
      const { world, start } = stage;
      const flow = await start("vacation", input(stage, { record: { kind: "list" } }));
      await world.until("card 2");
      await tell(flow, "approved");
      await world.until("tell marked");
      expect(world.outside.vacations.calendar).toEqual(new Set([1]));
      expect(await flow.result()).toBe("over");
      const { done } = world;
      expect(done).toEqual([
        "card 2",
        "approved by 2",
        "close 2 approved",
        "tell approved",
        "mark done",
        "record",
        "tell marked",
        "over",
        "end over",
      ]);
    }));

  test("three weeks without a word: reminders on working days only, a substitute, the next one up, and an approval in the end", () =>
    play(bundle, async (stage) => {
      const { clock, world, start } = stage;
      const desk = world.outside.vacations;
      desk.heads = ["2", "4"];
      desk.isAway = (userId, day) => userId === "2" && day < "2027-03-22";
      const flow = await start("vacation", input(stage, { substitutes: { "2": "3" } }));
      await world.until("card 3 head_away");
      await clock.advance(20.5 * DAY_MS);
      await world.until("remind 2", 3);
      await tell(flow, "approved", { by: "2" });
      await world.until("tell marked");
      const moves = world.done.filter((each) => !each.startsWith("remind"));
      expect(moves).toEqual([
        "card 3 head_away",
        // The third working day after Monday is Thursday.
        "close 3 moved 4",
        "card 4 escalated next",
        // Over a week-end and a holiday to Wednesday; nobody is left, so the nearest head is asked though away.
        "close 4 moved 2",
        "card 2 escalated next",
        "approved by 2",
        "close 2 approved",
        "tell approved",
        "mark done",
        "tell marked",
      ]);
      expect(desk.withButtons).toEqual(new Set());
      const days = [...new Set(desk.reminded)];
      expect(days.slice(0, 4)).toEqual(["2027-03-02", "2027-03-03", "2027-03-05", "2027-03-09"]);
      const isOff = (day: string) => [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay()) || day === "2027-03-08";
      expect(days.filter(isOff)).toEqual([]);
      expect(days).toHaveLength(desk.reminded.length);
    }));

  test("the desk has whoever is asked reminded, and may decline in their place; no button stays behind", () =>
    play(bundle, async (stage) => {
      const { world, start } = stage;
      const flow = await start("vacation", input(stage));
      await world.until("card 2");
      await tell(flow, "nudged", { id: "desk:1", by: "desk:a" });
      await tell(flow, "nudged", { id: "desk:1", by: "desk:a" });
      await world.until("remind 2");
      await tell(flow, "declined", { by: "desk:a", isAdmin: true });
      expect(await flow.result()).toBe("declined");
      expect(world.done).toEqual([
        "card 2",
        "remind 2",
        "declined by desk:a",
        "close 2 declined",
        "tell declined",
        "end declined",
      ]);
      expect(world.outside.vacations.withButtons).toEqual(new Set());
    }));

  test("a reminder that comes after the decision changes nothing", () =>
    play(bundle, async (stage) => {
      const { world, start } = stage;
      const flow = await start("vacation", input(stage));
      await world.until("card 2");
      await tell(flow, "approved");
      await world.until("tell marked");
      await tell(flow, "nudged", { by: "desk:a" });
      await tell(flow, "withdrawn", own);
      expect(await flow.result()).toBe("cancelled");
      expect(world.done).not.toContain("remind 2");
    }));

  test("nobody decides: it is over after its time, and told", () =>
    play(bundle, async (stage) => {
      const { world, start } = stage;
      const flow = await start("vacation", input(stage, { expireAfterDays: 2, escalateAfterWorkDays: 9 }));
      expect(await flow.result()).toBe("expired");
      expect(world.done).toEqual([
        "card 2",
        "remind 2",
        "remind 2",
        "expired",
        "close 2 expired",
        "tell expired",
        "end expired",
      ]);
    }));

  test("nobody is there to ask: that is told, and it ends", () =>
    play(bundle, async (stage) => {
      stage.world.outside.vacations.heads = [];
      const flow = await stage.start("vacation", input(stage));
      expect(await flow.result()).toBe("no_approver");
      expect(stage.world.done).toEqual(["no_approver", "tell nobody", "end no_approver"]);
    }));

  test("changed while nobody was found to ask, it is asked for again and not given up", () =>
    play(bundle, async (stage) => {
      const { world, start } = stage;
      const desk = world.outside.vacations;
      const { row } = desk;
      desk.heads = ["1"];
      desk.isAway = () => {
        if (row?.version === 1) {
          row.version = 2;
          desk.heads = ["2"];
        }
        return false;
      };
      const flow = await start("vacation", input(stage));
      await world.until("card 2");
      await tell(flow, "declined", { version: 2 });
      expect(await flow.result()).toBe("declined");
      expect(world.done).not.toContain("tell nobody");
    }));

  test("a head who is away by the time of a reminder is gone round", () =>
    play(bundle, async (stage) => {
      const { clock, world, start } = stage;
      const desk = world.outside.vacations;
      desk.heads = ["2", "4"];
      desk.isAway = (userId, day) => userId === "2" && day >= "2027-03-02";
      const flow = await start("vacation", input(stage, { substitutes: { "2": "3" } }));
      await clock.advance(1.5 * DAY_MS);
      await world.until("card 3 head_away next");
      await tell(flow, "declined", { by: "3" });
      expect(await flow.result()).toBe("declined");
      expect(world.done).toContain("close 2 moved 3");
    }));

  test("a press by who is not asked, by the person, or on an older version changes nothing; an administrator's counts", () =>
    play(bundle, async (stage) => {
      const { world, start } = stage;
      const flow = await start("vacation", input(stage));
      await world.until("card 2");
      await tell(flow, "approved", { by: "9" });
      await world.until("too late 9");
      await tell(flow, "approved", { by: "1", isAdmin: true });
      await world.until("too late 1");
      await edit(stage, flow);
      await world.until("card 2", 2);
      await tell(flow, "approved", { version: 1 });
      await tell(flow, "declined", { by: "9", isAdmin: true, version: 2 });
      expect(await flow.result()).toBe("declined");
      expect(world.done).toEqual([
        "card 2",
        "too late 9",
        "too late 1",
        "close 2 changed",
        "card 2",
        "declined by 9",
        "close 2 declined",
        "tell declined",
        "end declined",
      ]);
    }));

  test("changed twice, before and after it was granted: each version is asked for, and the calendar shows the last one alone", () =>
    play(bundle, async (stage) => {
      const { world, start } = stage;
      const desk = world.outside.vacations;
      const flow = await start("vacation", input(stage));
      await world.until("card 2");
      await edit(stage, flow, "m1");
      // Delivered twice.
      await tell(flow, "edited", { ...own, id: "m1", version: 2 });
      await world.until("card 2", 2);
      await tell(flow, "approved", { version: 2 });
      await world.until("tell marked");
      await edit(stage, flow);
      await world.until("card 2", 3);
      await tell(flow, "approved", { version: 3 });
      await world.until("tell marked", 2);
      await world.until("unmark done");
      expect(desk.calendar).toEqual(new Set([3]));
      expect(await flow.result()).toBe("over");
    }));

  test("a decision about a change that the flow has not heard of yet is not lost", () =>
    play(bundle, async (stage) => {
      const { world, start } = stage;
      const flow = await start("vacation", input(stage));
      await world.until("card 2");
      const { row } = world.outside.vacations;
      if (row !== null) row.version = 2;
      await tell(flow, "approved", { version: 2 });
      await world.until("tell marked");
      await tell(flow, "edited", { ...own, version: 2 });
      await tell(flow, "withdrawn", { ...own, version: 2 });
      expect(await flow.result()).toBe("cancelled");
      expect(world.outside.vacations.calendar.size).toBe(0);
    }));

  test("a question waits for the person, who is reminded in place of whoever asked, and the answer goes back", () =>
    play(bundle, async (stage) => {
      const { clock, world, start } = stage;
      const flow = await start("vacation", input(stage));
      await world.until("card 2");
      await tell(flow, "asked");
      await world.until("question of 2");
      await clock.advance(4.2 * DAY_MS);
      await world.until("remind person", 4);
      await tell(flow, "answered", own);
      await world.until("answer to 2");
      await tell(flow, "approved");
      await world.until("tell marked");
      await tell(flow, "withdrawn", own);
      expect(await flow.result()).toBe("cancelled");
      expect(world.done).not.toContain("remind 2");
      expect(world.done.filter((each) => each.startsWith("card"))).toEqual(["card 2"]);
      expect(world.outside.vacations.withButtons).toEqual(new Set());
    }));

  test("what nobody has to allow is granted at once, and whoever leads the person knows", () =>
    play(bundle, async (stage) => {
      const { world, start } = stage;
      if (world.outside.vacations.row !== null) world.outside.vacations.row.kind = "sick";
      const flow = await start("vacation", input(stage));
      expect(await flow.result()).toBe("over");
      expect(world.done.slice(0, 5)).toEqual(["approved by 2", "head free", "tell free", "mark done", "tell marked"]);
    }));
});

describe("taken back", () => {
  test("while it is asked for", () =>
    play(bundle, async (stage) => {
      const { world, start } = stage;
      const flow = await start("vacation", input(stage));
      await world.until("card 2");
      await tell(flow, "withdrawn", { by: "9" });
      await tell(flow, "withdrawn", own);
      expect(await flow.result()).toBe("withdrawn");
      expect(world.done).toEqual(["card 2", "withdrawn", "close 2 withdrawn", "tell withdrawn", "end withdrawn"]);
    }));

  test("while it waits for the permission to write into the calendar, where nothing is by then", () =>
    play(bundle, async (stage) => {
      const { world, start } = stage;
      world.outside.vacations.marks = ["needs_grant"];
      const flow = await start("vacation", input(stage));
      await world.until("card 2");
      await tell(flow, "approved");
      await world.until("mark needs_grant");
      await tell(flow, "withdrawn", own);
      expect(await flow.result()).toBe("cancelled");
      expect(world.done).not.toContain("unmark done");
      expect(world.outside.vacations.calendar.size).toBe(0);
    }));

  test("when it stands in the calendar: event and record go, once the permission is there again", () =>
    play(bundle, async (stage) => {
      const { world, start } = stage;
      const desk = world.outside.vacations;
      const flow = await start("vacation", input(stage, { record: { kind: "list" } }));
      await world.until("card 2");
      await tell(flow, "approved");
      await world.until("tell marked");
      desk.marks = ["needs_grant"];
      await tell(flow, "withdrawn", own);
      await world.until("unmark needs_grant");
      await flow.signal(GRANTED_SIGNAL, { userId: "1" });
      expect(await flow.result()).toBe("cancelled");
      expect([desk.calendar.size, desk.records.size]).toEqual([0, 0]);
      expect(world.done).toContain("head cancelled");
    }));

  test("by an erasure: it ends without another word", () =>
    play(bundle, async (stage) => {
      const { world, start } = stage;
      const flow = await start("vacation", input(stage));
      await world.until("card 2");
      await flow.signal(STOPPED_SIGNAL, { reason: "test" });
      expect(await flow.result()).toBe("stopped");
      expect(world.done).toEqual(["card 2", "end stopped"]);
    }));
});

describe("the calendar", () => {
  test("is written when the permission comes late, and asked for again each week", () =>
    play(bundle, async (stage) => {
      const { clock, world, start } = stage;
      world.outside.vacations.marks = ["needs_grant", "needs_grant", "needs_grant"];
      const flow = await start("vacation", input(stage));
      await world.until("card 2");
      await tell(flow, "approved");
      await world.until("mark needs_grant");
      await clock.advance(15 * DAY_MS);
      await world.until("mark needs_grant", 3);
      await flow.signal(GRANTED_SIGNAL, { userId: "1" });
      await world.until("tell marked");
      await flow.terminate();
      expect(world.outside.vacations.calendar).toEqual(new Set([1]));
    }));

  test("is written once the permission is there, whatever else was pressed too late meanwhile", () =>
    play(bundle, async (stage) => {
      const { world, start } = stage;
      world.outside.vacations.marks = ["needs_grant"];
      const flow = await start("vacation", input(stage, { askAgainMs: 400 * DAY_MS }));
      await world.until("card 2");
      await tell(flow, "approved");
      await tell(flow, "approved");
      await world.until("mark needs_grant");
      await tell(flow, "declined", { by: "9" });
      await world.until("too late 9");
      await flow.signal(GRANTED_SIGNAL, { userId: "1" });
      await world.until("tell marked");
      expect(world.outside.vacations.calendar).toEqual(new Set([1]));
      expect(await flow.result()).toBe("over");
      expect(world.done).not.toContain("too late 2");
    }));

  test("is written for days that had passed when they were told, if the permission comes within a week; nobody is asked in vain", () =>
    play(bundle, async (stage) => {
      const { clock, world, start } = stage;
      const desk = world.outside.vacations;
      if (desk.row !== null) Object.assign(desk.row, { kind: "sick", toDay: "2027-02-26" });
      desk.marks = ["needs_grant"];
      const flow = await start("vacation", input(stage), "in time");
      await world.until("mark needs_grant");
      await clock.advance(5 * DAY_MS);
      await flow.signal(GRANTED_SIGNAL, { userId: "1" });
      expect(await flow.result()).toBe("over");
      expect(desk.calendar).toEqual(new Set([1]));

      if (desk.row !== null) desk.row.state = "requested";
      desk.marks = ["needs_grant", "needs_grant"];
      const late = await start("vacation", input(stage), "too late");
      expect(await late.result()).toBe("over");
      expect(desk.marks).toEqual(["needs_grant"]);
    }));

  test("that does not let go of what was cancelled is told, at once or after eight asks in vain", () =>
    play(bundle, async (stage) => {
      const { world, start } = stage;
      const desk = world.outside.vacations;
      const ways = [["refused" as const], Array.from({ length: 8 }, () => "needs_grant" as const)];
      for (const [index, marks] of ways.entries()) {
        Object.assign(desk, { ...newVacationDesk(), scale: desk.scale, beganAt: desk.beganAt });
        world.done.length = 0;
        const flow = await start("vacation", input(stage), `way-${index}`);
        await world.until("card 2");
        await tell(flow, "approved");
        await world.until("tell marked");
        desk.marks = [...marks];
        await tell(flow, "withdrawn", own);
        expect(await flow.result()).toBe("cancelled");
        expect(world.done.filter((each) => each === "not marked undo")).toHaveLength(1);
      }
    }));

  test("that refuses is told, and the absence holds all the same", () =>
    play(bundle, async (stage) => {
      const { world, start } = stage;
      world.outside.vacations.marks = ["refused"];
      const flow = await start("vacation", input(stage));
      await world.until("card 2");
      await tell(flow, "approved");
      await world.until("not marked calendar");
      expect(await flow.result()).toBe("over");
    }));
});

/** What may reach a request in any order; the first word is about version 1. */
const WORDS = ["approved", "declined", "withdrawn", "edited", "asked", "answered", "granted", "needs_grant"] as const;

test("whatever comes in whatever order, it has one end, and the calendar shows exactly what was granted", () =>
  play(
    bundle,
    async (stage) => {
      const { world, start } = stage;
      const desk = world.outside.vacations;
      const anyOrder = fc.array(fc.constantFrom(...WORDS), { maxLength: 6 });
      let runs = 0;
      const holds = fc.asyncProperty(anyOrder, async (said) => {
        Object.assign(desk, newVacationDesk());
        world.done.length = 0;
        const flow = await start("vacation", input(stage), `run-${++runs}`);
        await world.until("card 2");
        for (const word of said) {
          if (word === "granted") await flow.signal(GRANTED_SIGNAL, { userId: "1" }).catch(ended);
          else if (word === "needs_grant") desk.marks.push("needs_grant");
          else if (word === "edited") {
            if (["requested", "approved"].includes(desk.row?.state ?? "")) await edit(stage, flow).catch(ended);
          } else {
            const isOwn = word === "withdrawn" || word === "answered";
            await tell(flow, word, { ...(isOwn && own), version: desk.row?.version ?? 1 }).catch(ended);
          }
        }
        const outcome: unknown = await flow.result();
        expect(world.done.filter((each) => each.startsWith("end "))).toEqual([`end ${String(outcome)}`]);
        expect(desk.row?.state).toBe(outcome);
        expect([...desk.calendar]).toEqual(outcome === "over" ? [desk.row?.version] : []);
      });
      await fc.assert(holds, { numRuns: 20 });
    },
    { maxCachedWorkflows: 10 },
  ));
const ended = () => {};

test.each(readdirSync(HISTORIES))("a run that was recorded before goes on on today's code: %s", async (file) => {
  const history: unknown = JSON.parse(readFileSync(new URL(file, HISTORIES), "utf8"));
  await Worker.runReplayHistory({ workflowBundle: bundle }, history);
});
