import { join } from "node:path";

import { AppError } from "@botdeck/core";
import { waitUntil } from "@botdeck/local-stack";

import { createDrillPortal, type DrillPortal } from "./drill-portal.ts";
import { type DrillTables, openDrillTables } from "./drill-tables.ts";
import type { PortalIdentity } from "./load/message-event.ts";
import type { Part } from "./stack/part.ts";
import { type Stack, startStack } from "./stack/start-stack.ts";

const BOT_CODE = "drill-echo";
const BOT_TIMEOUT_MS = 60_000;

/** A running stack with the drill's bot at work on its portal. */
export type Site = {
  stack: Stack;
  portal: DrillPortal;
  tables: DrillTables;
  identity: PortalIdentity;
  withTemporal: boolean;
  /** Ends what a fault left behind, and starts what it left down. @returns Parts that had ended by themselves. */
  heal(): Promise<string[]>;
  close(options: { keepFolder: boolean }): Promise<void>;
};

export type SiteOptions = {
  gateways: number;
  workers: number;
  withTemporal: boolean;
  report: (line: string) => void;
  signal: AbortSignal;
};

/** @throws AppError `unreachable` when a part does not come up, or the bot is not registered within a minute. */
export async function openSite(options: SiteOptions): Promise<Site> {
  const stack = await startStack({
    ...options,
    ownBots: [join(import.meta.dirname, "echo-bot.ts")],
    portalLimit: "off",
  });
  const portal = createDrillPortal(stack.emulatorUrl);
  const tables = openDrillTables(stack.databaseUrl);
  const close: Site["close"] = async (how) => {
    await tables.close().catch(() => {});
    await stack.stop(how);
  };
  const parts: readonly Part[] = [
    stack.postgres,
    ...(stack.temporal === null ? [] : [stack.temporal]),
    stack.emulator,
    ...stack.gateways,
    ...stack.workers,
  ];

  let botId: string | null = null;
  const isRegistered = async () => {
    botId = await tables.findBitrixBotId(BOT_CODE);
    return botId !== null;
  };
  if (!(await waitUntil(isRegistered, { timeoutMs: BOT_TIMEOUT_MS, signal: options.signal })) || botId === null) {
    await close({ keepFolder: true });
    throw new AppError("unreachable", `The drill's bot was not registered; the logs are in ${stack.logs}`);
  }
  return {
    stack,
    portal,
    tables,
    identity: { ...stack.identity, botId },
    withTemporal: options.withTemporal,
    async heal() {
      stack.postgres.thawAll();
      for (const part of parts) {
        part.thaw();
        if (part.pid === null) await part.start();
      }
      await portal.setFaults();
      return parts.flatMap((part) => part.takeSurprises());
    },
    close,
  };
}
