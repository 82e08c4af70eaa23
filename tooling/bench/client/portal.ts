import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { AppError } from "@botdeck/core";
import { startProcessGroup, waitUntil } from "@botdeck/local-stack";
import { z } from "zod";

import { callJson } from "../../start/http.ts";
import type { Scale } from "./scale.ts";

const READY = /^Emulator ready: (\S+)/;
const READY_TIMEOUT_MS = 60_000;
const Webhook = z.object({ url: z.string() });
const Recorded = z.object({ method: z.string().optional(), status: z.number().optional() });

export type BenchPortal = {
  /** Address of a webhook that may do all that is measured. */
  webhookUrl: string;
  /** What the portal does wrong from now on. */
  setFaults(rest: readonly object[]): Promise<void>;
  /** How many requests it has refused because its bucket was full. */
  countRefused(): number;
  stop(): Promise<void>;
};

/** A portal of its own on a free port, which keeps the bucket as a real one does. @throws AppError `unreachable` when it does not start. */
export async function startPortal(options: {
  folder: string;
  name: string;
  scale: Scale;
  deals: number;
}): Promise<BenchPortal> {
  const { bucket } = options.scale;
  const recordFile = join(options.folder, `${options.name}.jsonl`);
  const seedFile = join(options.folder, `${options.name}.json`);
  const people = [{ firstName: "Bench", lastName: "(manager)", role: "manager", language: "en" }];
  const deals = Array.from({ length: options.deals }, (_, index) => ({ TITLE: `Deal ${index + 1}` }));
  writeFileSync(seedFile, JSON.stringify({ people, deals }));
  let origin: string | null = null;
  const lines: string[] = [];
  const args = ["--port", "0", "--seed", seedFile, "--record", recordFile];
  const group = await startProcessGroup(
    {
      file: process.execPath,
      args: [
        join(import.meta.dirname, "../../../apps/emulator/src/main.ts"),
        ...args,
        "--limit",
        `${bucket.burst}/${bucket.perSecond}`,
      ],
    },
    (line) => {
      lines.push(line);
      origin ??= READY.exec(line)?.[1] ?? null;
    },
  );
  const gone = new AbortController();
  void group.exited.then(() => gone.abort());
  const stop = async () => void (await group.stop());
  await waitUntil(() => Promise.resolve(origin !== null), {
    timeoutMs: READY_TIMEOUT_MS,
    everyMs: 50,
    signal: gone.signal,
  });
  if (origin === null) {
    await stop();
    throw new AppError("unreachable", `The emulated portal did not start:\n${lines.slice(-10).join("\n")}`);
  }
  const api = `${String(origin)}/emulator/api`;
  const webhook = Webhook.parse(await callJson(`${api}/webhooks`, { userId: 1, scopes: ["crm", "user"] }));
  return {
    webhookUrl: webhook.url,
    stop,
    async setFaults(rest) {
      const response = await fetch(`${api}/faults`, {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ rest }),
      });
      if (!response.ok) throw new AppError("rejected", `${api}/faults answered ${response.status}`);
    },
    countRefused: () =>
      readFileSync(recordFile, "utf8")
        .split("\n")
        .filter((line) => line !== "" && Recorded.parse(JSON.parse(line)).status === 503).length,
  };
}
