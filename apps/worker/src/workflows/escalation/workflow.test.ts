import { readdirSync, readFileSync } from "node:fs";

import {
  ESCALATION_NEWS_SIGNAL,
  type EscalationInput,
  type EscalationNews,
  type EscalationStep,
} from "@botdeck/contracts";
import { STEP_QUERY } from "@botdeck/contracts/names";
import type { WorkflowHandle } from "@temporalio/client";
import { Worker, type WorkflowBundle } from "@temporalio/worker";
import { beforeAll, describe, expect, test } from "vitest";

import { bundleOf, HOUR_MS, ORIGIN, play, type Stage } from "../../testing/play-flow.ts";

let bundle: WorkflowBundle;
beforeAll(async () => {
  bundle = await bundleOf("entry.ts");
});

const HISTORIES = new URL("./histories/", import.meta.url);

const MINUTE_MS = 60_000;
/** Where time cannot be skipped, waits are shorter by so much; hours of a policy are long enough to be told apart there too. */
const LEVEL_MS = 12 * HOUR_MS;

const ANNA = { by: "4", byName: "Anna" };
let count = 0;
type Kind = EscalationNews["kind"];
const tell = (flow: WorkflowHandle, kind: Kind, given: object = ANNA) =>
  flow.signal<[EscalationNews]>(ESCALATION_NEWS_SIGNAL, { id: String(++count), kind, ...given } as EscalationNews); // safe: each gives what its kind needs

const step = (flow: WorkflowHandle) => flow.query<EscalationStep>(STEP_QUERY);

function input({ clock, world }: Stage, given: Partial<EscalationInput> = {}): EscalationInput {
  const { levels } = world.outside.alerts;
  levels.splice(0, levels.length, ...["4", "5", "6"].map((to) => ({ to, waitMs: clock.scaleMs(LEVEL_MS) })));
  const { portalId, botId, conversationId } = ORIGIN;
  return { portalId, botId, groupId: conversationId, episode: 1, delayMs: 0, ...given };
}

const pagesOf = ({ done }: Stage["world"]) => done.filter((what) => what.startsWith("page"));

describe("an alert that nobody answers", () => {
  test("goes through the levels at the times of the policy, once more, and then to the fallback", () =>
    play(bundle, async (stage) => {
      const { clock, world, start } = stage;
      const { alerts } = world.outside;
      const flow = await start("escalation", input(stage, { delayMs: clock.scaleMs(LEVEL_MS) }));
      await clock.advance(7.5 * LEVEL_MS);
      await world.until("unanswered 1");
      expect(pagesOf(world)).toEqual(
        ["0:0 4", "0:1 5", "0:2 6", "1:0 4", "1:1 5", "1:2 6"].map((each) => `page ${each}`),
      );
      const [first = { at: 0 }] = alerts.pagedAt;
      const late = alerts.pagedAt.map(({ at }, index) => at - first.at - index * clock.scaleMs(LEVEL_MS));
      // Of 12 hours each; where time is not skipped the machine may be slow.
      expect(late.filter((ms) => ms < 0 || ms > (clock.kind === "short-durations" ? 3_000 : 2_000))).toEqual([]);
      expect(await step(flow)).toBe("exhausted");
      alerts.group = { kind: "resolved" };
      await tell(flow, "resolved");
      expect(await flow.result()).toBe("resolved");
      expect(world.done.slice(-3)).toEqual(["unanswered 1", "recovered", "source recovered"]);
    }));

  test("is given up at its end, and that is told", () =>
    play(bundle, async (stage) => {
      const { world, start } = stage;
      const given = input(stage);
      const before = { step: "exhausted", round: 0, level: 3, repeatsLeft: 0, hasPaged: true } as const;
      const carried = { ...before, dueAt: null, watchAt: null, looks: 0, endsAt: new Date(0).toISOString() };
      const flow = await start("escalation", { ...given, carried: { ...carried, seen: [], news: [] } });
      expect(await flow.result()).toBe("forgotten");
      expect(world.done).toEqual(["forgotten"]);
    }));

  test("that passes before it was told to anybody pages nobody", () =>
    play(bundle, async (stage) => {
      const { clock, world, start } = stage;
      const flow = await start("escalation", input(stage, { delayMs: clock.scaleMs(LEVEL_MS) }));
      await tell(flow, "resolved");
      expect(await flow.result()).toBe("passing");
      expect(world.done).toEqual([]);
    }));

  test("finds a level empty and goes on at once; where all are empty it is not gone through again", () =>
    play(bundle, async (stage) => {
      const { world, start } = stage;
      const given = input(stage);
      world.outside.alerts.levels.splice(0, 3, ...[null, null].map((to) => ({ to, waitMs: 1 })));
      const flow = await start("escalation", given);
      await world.until("unanswered 0");
      expect(pagesOf(world)).toEqual(["page 0:0 nobody", "page 0:1 nobody"]);
      await flow.terminate();
    }));

  test("waits with a level until its quiet hours are over", () =>
    play(bundle, async (stage) => {
      const { world, start } = stage;
      const given = input(stage);
      world.outside.alerts.quiet.push(new Date(Date.now() + 2_000).toISOString());
      const flow = await start("escalation", given);
      await world.until("page 0:0 4");
      expect(world.done).toEqual(["look delay", "quiet 4", "page 0:0 4"]);
      await flow.terminate();
    }));

  test("that is held is paged as soon as it gets worse, and not before", () =>
    play(bundle, async (stage) => {
      const { world, start } = stage;
      const given = input(stage);
      world.outside.alerts.quiet.push(new Date(Date.now() + 100 * HOUR_MS).toISOString());
      const flow = await start("escalation", given);
      await world.until("quiet 4");
      await tell(flow, "worse", {});
      await world.until("page 0:0 4");
      await tell(flow, "worse", {});
      // Whoever was paged is waited for all the same.
      expect(await step(flow)).toBe("paging");
      expect(pagesOf(world)).toEqual(["page 0:0 4"]);
      await flow.terminate();
    }));

  test("that is held is paged beyond the level that is left in peace when somebody wants that", () =>
    play(bundle, async (stage) => {
      const { world, start } = stage;
      const given = input(stage);
      world.outside.alerts.quiet.push(...[1, 2, 3].map(() => new Date(Date.now() + 100 * HOUR_MS).toISOString()));
      const flow = await start("escalation", given);
      await world.until("quiet 4");
      await tell(flow, "escalate");
      await world.until("page 0:1 5");
      expect(world.done).toEqual(["look delay", "quiet 4", "look news", "page 0:1 5"]);
      await flow.terminate();
    }));

  test("that is held is paged itself where there is nobody beyond it", () =>
    play(bundle, async (stage) => {
      const { world, start } = stage;
      const given = input(stage);
      world.outside.alerts.levels.splice(1);
      world.outside.alerts.quiet.push(...[1, 2].map(() => new Date(Date.now() + 100 * HOUR_MS).toISOString()));
      const flow = await start("escalation", given);
      await world.until("quiet 4");
      await tell(flow, "escalate");
      await world.until("page 1:0 4");
      expect(world.done).not.toContain("unanswered 0");
      await flow.terminate();
    }));

  test("goes on in new runs, with nobody paged twice for a step", () =>
    play(bundle, async (stage) => {
      const { clock, world, start } = stage;
      const flow = await start("escalation", input(stage, { mostSteps: 3 }));
      await clock.advance(6.5 * LEVEL_MS);
      await world.until("unanswered 1");
      expect(new Set(pagesOf(world)).size).toBe(6);
      expect(pagesOf(world)).toHaveLength(6);
      await flow.terminate();
    }));
});

describe("somebody answers", () => {
  test("an acknowledgement ends the paging, goes back to the source, and whoever was paged hears of the recovery", () =>
    play(bundle, async (stage) => {
      const { clock, world, start } = stage;
      const { alerts } = world.outside;
      const flow = await start("escalation", input(stage));
      await world.until("page 0:0 4");
      alerts.group = { kind: "acknowledged", forMs: null, answer: null };
      // Twice, as signals may come.
      for (const _ of [1, 2]) await tell(flow, "acknowledged", { ...ANNA, id: "ack" });
      await world.until("source acknowledged ack");
      await clock.advance(5 * LEVEL_MS);
      expect(pagesOf(world)).toEqual(["page 0:0 4"]);
      alerts.group = { kind: "resolved" };
      await tell(flow, "resolved");
      expect(await flow.result()).toBe("resolved");
      expect(world.done).toEqual([
        "look delay",
        "page 0:0 4",
        "look news",
        "source acknowledged ack",
        "recovered",
        "source recovered",
      ]);
    }));

  test("an acknowledgement that does not hold pages anew, from the first level on", () =>
    play(bundle, async (stage) => {
      const { clock, world, start } = stage;
      const { alerts } = world.outside;
      const flow = await start("escalation", input(stage));
      await world.until("page 0:0 4");
      alerts.group = { kind: "acknowledged", forMs: clock.scaleMs(LEVEL_MS), answer: null };
      await tell(flow, "acknowledged");
      await world.until("look news");
      await clock.advance(2.5 * LEVEL_MS);
      await world.until("page 1:1 5");
      expect(pagesOf(world)).toEqual(["page 0:0 4", "page 1:0 4", "page 1:1 5"]);
      await flow.terminate();
    }));

  test("a silence ends at its time and it pages anew; one until the recovery does not", () =>
    play(bundle, async (stage) => {
      const { clock, world, start } = stage;
      const { alerts } = world.outside;
      const flow = await start("escalation", input(stage));
      await world.until("page 0:0 4");
      alerts.group = { kind: "silenced", until: new Date(Date.now() + 2_000).toISOString() };
      await tell(flow, "silenced", { ...ANNA, until: null });
      await world.until("page 1:0 4");
      alerts.group = { kind: "silenced", until: null };
      await tell(flow, "silenced", { ...ANNA, until: null });
      await world.until("look news", 2);
      await clock.advance(20 * LEVEL_MS);
      expect(await step(flow)).toBe("silenced");
      expect(pagesOf(world)).toEqual(["page 0:0 4", "page 1:0 4"]);
      await flow.terminate();
    }));

  test("Escalate pages the next level at once, also after somebody had it, and begins anew when all were paged", () =>
    play(bundle, async (stage) => {
      const { clock, world, start } = stage;
      const { alerts } = world.outside;
      const flow = await start("escalation", input(stage));
      await world.until("page 0:0 4");
      alerts.group = { kind: "acknowledged", forMs: null, answer: null };
      await tell(flow, "acknowledged");
      await world.until("look news");
      alerts.group = { kind: "firing" };
      await tell(flow, "escalate");
      await world.until("page 0:1 5");
      await clock.advance(6.5 * LEVEL_MS);
      await world.until("unanswered 1");
      await tell(flow, "escalate");
      await world.until("page 2:0 4");
      await flow.terminate();
    }));

  test("what the row says counts, also when the news of it are late or lost", () =>
    play(bundle, async (stage) => {
      const { clock, world, start } = stage;
      const { alerts } = world.outside;
      const flow = await start("escalation", input(stage));
      await world.until("page 0:0 4");
      alerts.group = { kind: "acknowledged", forMs: null, answer: null };
      await clock.advance(3 * LEVEL_MS);
      expect(await step(flow)).toBe("acknowledged");
      await tell(flow, "acknowledged", { ...ANNA, id: "late" });
      await world.until("source acknowledged late");
      alerts.group = { kind: "firing" };
      await tell(flow, "escalate");
      await world.until("page 0:1 5");
      alerts.group = { kind: "resolved" };
      expect(await flow.result()).toBe("resolved");
      expect(pagesOf(world)).toEqual(["page 0:0 4", "page 0:1 5"]);
    }));

  test("a source that is away is told again and again, and nobody waits for it", () =>
    play(bundle, async (stage) => {
      const { world, start } = stage;
      const { alerts } = world.outside;
      const flow = await start("escalation", input(stage));
      await world.until("page 0:0 4");
      alerts.failures = 2;
      alerts.group = { kind: "acknowledged", forMs: null, answer: null };
      await tell(flow, "acknowledged", { ...ANNA, id: "ack" });
      await world.until("look news");
      alerts.group = { kind: "firing" };
      await tell(flow, "escalate");
      await world.until("page 0:1 5");
      expect(world.done).not.toContain("source acknowledged ack");
      await world.until("source acknowledged ack");
      await flow.terminate();
    }));

  test("a source that is silenced is asked whether it still fires, until it recovers", () =>
    play(bundle, async (stage) => {
      const { clock, world, start } = stage;
      const { alerts } = world.outside;
      alerts.isMuted = true;
      const flow = await start("escalation", input(stage));
      await world.until("page 0:0 4");
      alerts.group = { kind: "acknowledged", forMs: null, answer: null };
      await tell(flow, "acknowledged");
      await world.until("source acknowledged " + count);
      await clock.advance(clock.kind === "short-durations" ? 20_000 * 43_200 : MINUTE_MS);
      await world.until("look at source", clock.kind === "short-durations" ? 1 : 2);
      alerts.group = { kind: "resolved" };
      await tell(flow, "resolved");
      expect(await flow.result()).toBe("resolved");
    }));
});

describe("a source that keeps silent", () => {
  async function silenced({ world, start, ...stage }: Stage) {
    const { alerts } = world.outside;
    Object.assign(alerts, { isMuted: true, forgetsAfterMs: stage.clock.scaleMs(LEVEL_MS) });
    const flow = await start("escalation", input({ world, start, ...stage }));
    await world.until("page 0:0 4");
    alerts.group = { kind: "acknowledged", forMs: null, answer: "a" };
    await tell(flow, "acknowledged", { ...ANNA, id: "ack" });
    await world.until("source acknowledged ack");
    return { alerts, flow };
  }

  /** Looks come at their own pace, also where time is not skipped. */
  const LOOKS_MS = MINUTE_MS;
  const later = (clock: Stage["clock"]) =>
    clock.advance(clock.kind === "short-durations" ? LOOKS_MS * 43_200 : LOOKS_MS);

  test("is asked on after the recovery that it did not post, until it posts by itself", () =>
    play(bundle, async (stage) => {
      const { clock, world } = stage;
      const { alerts, flow } = await silenced(stage);
      await later(clock);
      await world.until("look at source");
      alerts.group = { kind: "resolved" };
      await tell(flow, "resolved");
      await world.until("source recovered");
      expect(await step(flow)).toBe("recovered");
      await later(clock);
      await world.until("look for return");
      alerts.isMuted = false;
      await later(clock);
      expect(await flow.result()).toBe("resolved");
      expect(pagesOf(world)).toEqual(["page 0:0 4"]);
    }));

  test("is told when nobody has it any more, in the order in which that happened", () =>
    play(bundle, async (stage) => {
      const { world } = stage;
      const { alerts, flow } = await silenced(stage);
      alerts.failures = 1;
      alerts.group = { kind: "firing" };
      await tell(flow, "escalate");
      await world.until("page 0:1 5");
      await world.until("source ended ended:1");
      await flow.terminate();
    }));

  test("is asked when it says that all is over and named not all", () =>
    play(bundle, async (stage) => {
      const { world, start } = stage;
      const flow = await start("escalation", input(stage));
      await world.until("page 0:0 4");
      await tell(flow, "unsure", {});
      await world.until("look at source");
      await flow.terminate();
    }));
});

test.each(readdirSync(HISTORIES))("the run recorded in %s replays on today's code", async (name) => {
  const history: unknown = JSON.parse(readFileSync(new URL(name, HISTORIES), "utf8"));
  await Worker.runReplayHistory({ workflowBundle: bundle }, history);
});
