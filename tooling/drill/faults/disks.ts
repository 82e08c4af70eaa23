import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { messageOf } from "@botdeck/core";

import { type Fault, promise, promiseNoneDead } from "../fault.ts";
import type { Stage } from "../stage.ts";

const DISK_SIZE = "2m";
/** What is left on the small disk for events, in bytes: a dozen or two. */
const LEFT_BYTES = 24 * 1_024;

/**
 * Row 10: Postgres is away and the spool's disk is full. 200 as long as there is room, 503 after that, nothing that was
 * accepted is lost, and it goes on by itself when Postgres is back.
 */
const full: Fault = {
  name: "disk-full",
  whyNot,
  async run(stage) {
    const { stack, underLoad } = stage;
    const answers = new Set<string>();
    const outcome = await underLoad({ perSecond: 40, messages: null }, async ({ ledger }) => {
      await withSmallSpools(stage, async () => {
        await stack.postgres.terminate();
        await pause(7_000);
        for (const each of ledger.posted) for (const failure of each.failures) answers.add(failure);
        await stack.postgres.start();
        await pause(6_000);
      });
    });
    const wrong = [...answers].filter((answer) => answer !== "status 503");
    promise(outcome, wrong.length === 0, `senders were refused with ${wrong.join(", ")}, and not with 503`);
    promise(outcome, answers.has("status 503"), "the disk did not get full, so nothing was measured");
    promiseNoneDead(outcome);
    return outcome;
  },
};

/** Both gateways keep their spools on a disk of their own that is nearly full. */
async function withSmallSpools({ stack }: Stage, work: () => Promise<void>): Promise<void> {
  const disks = stack.gateways.map((gateway) => ({ gateway, folder: join(stack.folder, "small", gateway.name) }));
  for (const { gateway, folder } of disks) {
    mkdirSync(folder, { recursive: true });
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${DISK_SIZE}`, "tmpfs", folder]);
    writeFileSync(join(folder, "filler"), Buffer.alloc(2 * 1_048_576 - LEFT_BYTES));
    await gateway.terminate();
    await gateway.start({ GATEWAY_SPOOL_FOLDER: join(folder, "spool") });
  }
  try {
    await work();
  } finally {
    for (const { gateway, folder } of disks) {
      await gateway.terminate();
      execFileSync("umount", [folder]);
      await gateway.start();
    }
  }
}

/** A small disk is made by mounting one, which only root may, and not in every container. */
function whyNot(): string | null {
  const folder = mkdtempSync(join(tmpdir(), "botdeck-mount-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", folder], { stdio: "pipe" });
    execFileSync("umount", [folder]);
    return null;
  } catch (error) {
    return `a small disk cannot be mounted here: ${messageOf(error).split("\n").at(-1)?.trim() ?? ""}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const disks: readonly Fault[] = [full];
