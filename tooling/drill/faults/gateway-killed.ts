import { appendFileSync, existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import type { CrashPoint } from "@botdeck/telemetry";

import { type Fault, promise, promiseNoneDead } from "../fault.ts";
import { crashAt } from "../stack/crash-at.ts";

const AWAY_MS = 500;
/** Long enough for the armed gateway to have started, and for events to have gathered behind it. */
const POSTGRES_AWAY_MS = 6_000;

/** Rows 1 and 2, at a random moment: a gateway is killed under load and comes back, twice. */
const gatewayKill: Fault = {
  name: "gateway-kill",
  async run({ stack, underLoad, random }) {
    const outcome = await underLoad({}, async (load) => {
      for (const share of [0.25, 0.6]) {
        await load.until(share + random() * 0.1);
        const victim = stack.gateways[Math.floor(random() * stack.gateways.length)] ?? stack.gateways[0];
        await victim.kill();
        await pause(AWAY_MS);
        await victim.start();
      }
    });
    promiseNoneDead(outcome);
    return outcome;
  },
};

/**
 * Row 1 (`after_commit_before_200`: the event is there, and a repeated post adds nothing) and row 2 (`before_commit`: no
 * 200 was given for what was in memory). The balancer repeats to the other gateway, so that dedupe is put to the test.
 */
const crash = (name: string, point: CrashPoint): Fault => ({
  name,
  async run({ stack, underLoad, random }) {
    const outcome = await underLoad({ messages: null, isRepeated: true }, async () => {
      const victim = stack.gateways[Math.floor(random() * stack.gateways.length)] ?? stack.gateways[0];
      await crashAt(victim, point, 2 + Math.floor(random() * 10));
    });
    promiseNoneDead(outcome);
    return outcome;
  },
});

/** Row 3: a gateway dies after it wrote events to its spool and before it answered. */
const crashInSpool: Fault = {
  name: "gateway-crash-in-spool",
  async run({ stack, underLoad, random }) {
    const outcome = await underLoad({ messages: null, isRepeated: true }, async () => {
      const passes = 2 + Math.floor(random() * 5);
      await crashAt(stack.gateways[0], "gateway.after_spool_append_before_200", passes, () =>
        stack.postgres.restart("fast", POSTGRES_AWAY_MS),
      );
    });
    promiseNoneDead(outcome);
    return outcome;
  },
};

/** Row 3: a gateway dies while it drains its spool, with rows in the inbox that the spool has not forgotten. */
const crashInDrain: Fault = {
  name: "gateway-crash-in-drain",
  async run({ stack, underLoad }) {
    const outcome = await underLoad({ messages: null, isRepeated: true }, async () => {
      await crashAt(stack.gateways[0], "gateway.drain_after_commit_before_forget", 1, () =>
        stack.postgres.restart("fast", POSTGRES_AWAY_MS / 2),
      );
    });
    promiseNoneDead(outcome);
    return outcome;
  },
};

/** Row 3: a gateway is killed with a full spool, whose last record was torn; another start finds it so. */
const tornSpool: Fault = {
  name: "gateway-spool-torn",
  async run({ stack, underLoad }) {
    const [victim] = stack.gateways;
    const torn: string[] = [];
    const outcome = await underLoad({ messages: null, isRepeated: true }, async () => {
      await pause(1_000);
      await stack.postgres.terminate();
      await pause(2_000);
      await victim.kill();
      torn.push(...tearLastRecord(join(stack.folder, "spool", victim.name)));
      await victim.start();
      await pause(500);
      await stack.postgres.start();
    });
    promise(outcome, torn.length > 0, "the gateway had no spool on disk while Postgres was away");
    promiseNoneDead(outcome);
    return outcome;
  },
};

/** Leaves the beginning of a record behind the last one, as a cut write does. @returns The file. */
function tearLastRecord(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && statSync(path).size > 0)
    .toSorted((one, other) => statSync(one).mtimeMs - statSync(other).mtimeMs);
  const last = files.at(-1);
  if (last === undefined) return [];
  appendFileSync(last, Buffer.from([0, 0, 1, 244, 7, 7, 7]));
  return [last];
}

export const gatewayKilled: readonly Fault[] = [
  gatewayKill,
  crash("gateway-crash-before-commit", "gateway.before_commit"),
  crash("gateway-crash-after-commit", "gateway.after_commit_before_200"),
  crashInSpool,
  crashInDrain,
  tornSpool,
];
