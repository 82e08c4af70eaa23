import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { AppError } from "@botdeck/core";
import { waitUntil } from "@botdeck/local-stack";
import type { CrashPoint } from "@botdeck/telemetry";

import { createDrillPortal, type DrillPortal } from "../drill-portal.ts";
import { type Fault, promise, promiseNoneDead } from "../fault.ts";
import { createLedger, type Ledger } from "../load/ledger.ts";
import { type Outcome, settle, type Stage } from "../stage.ts";
import { crashAt } from "../stack/crash-at.ts";
import { judge } from "../verdict/judge.ts";

const DIALOGS = 4;
const WRITE_EVERY_MS = 60;
const AFTER_CRASH_MS = 2_000;
/** Every further portal's chats begin another such step on, so that no two portals have a chat of the same number. */
const CHATS_PER_PORTAL = 2_000;
let portalsOpened = 0;
const BOT_NAME = "Drill echo";
const FIRST_ANSWER_TIMEOUT_MS = 90_000;

/**
 * Row 33: a bot's events are fetched, and the gateway that fetches dies between having a page and having said so. The
 * portal keeps what was not acknowledged, so there is no gap, and what comes twice is known.
 */
const crash = (name: string, point: CrashPoint): Fault => ({
  name,
  async run(stage) {
    const { stack, underLoad, random } = stage;
    const far = await openFarPortal(stage);
    const ledger = createLedger(join(stack.folder, `ledger-${name}-fetched.jsonl`));
    const outcome = await underLoad({ perSecond: 10, messages: null }, async () => {
      const ended = new AbortController();
      const writing = writeOn(far, ledger, ended.signal);
      try {
        // One gateway fetches for all; the other would go on fetching.
        const [fetching, ...others] = stack.gateways;
        for (const other of others) await other.terminate();
        await crashAt(fetching, point, 2 + Math.floor(random() * 5));
        for (const other of others) await other.start();
        await pause(AFTER_CRASH_MS);
      } finally {
        ended.abort();
        await writing;
      }
    });
    await settle(stage.tables, ledger, stage.signal);
    return await withFetched(stage, far, ledger, outcome);
  },
});

type FarPortal = { portal: DrillPortal; botId: string; chatIds: number[] };

/** A second portal, connected by a webhook, whose bot is answering. */
async function openFarPortal({ stack, signal }: Stage): Promise<FarPortal> {
  const { url } = await stack.startPortal(`far-portal-${Date.now()}`);
  const portal = createDrillPortal(url);
  await portal.passChatNumber(CHATS_PER_PORTAL * ++portalsOpened);
  await stack.connectPortal(await portal.openWebhook());
  const botId = await portal.findBot(BOT_NAME);
  if (botId === null) throw new AppError("unreachable", "The drill's bot was not registered on the second portal");
  const chatIds: number[] = [];
  for (let index = 1; index <= DIALOGS; index++) chatIds.push(await portal.openChat(`fetched ${index}`, botId));
  const [first = 0] = chatIds;
  await portal.writeIn(first, toBot(botId, `say 0 of chat${first}`));
  const isAnswered = async () => (await portal.repliesIn(first, botId)).length > 0;
  if (await waitUntil(isAnswered, { timeoutMs: FIRST_ANSWER_TIMEOUT_MS, signal })) return { portal, botId, chatIds };
  throw new AppError("unreachable", "Events of the second portal were not fetched");
}

/** Writes in the portal, which keeps what it was told: that counts as accepted. */
async function writeOn({ portal, chatIds, botId }: FarPortal, ledger: Ledger, signal: AbortSignal): Promise<void> {
  for (let number = 1; !signal.aborted; number++) {
    for (const chatId of chatIds) {
      const words = `${number} of chat${chatId}`;
      const messageId = await portal.writeIn(chatId, toBot(botId, `say ${words}`));
      const entry = { number, dialogId: `chat${chatId}`, messageId, text: `say ${words}`, reply: `echo ${words}` };
      ledger.note(ledger.open(entry), "portal", { kind: "answered", status: 200 }, 0);
      await pause(WRITE_EVERY_MS);
    }
  }
}

/** A portal tells a bot of a group's message only when it is named. */
const toBot = (botId: string, text: string) => `[USER=${botId}]${BOT_NAME}[/USER] ${text}`;

async function withFetched({ tables }: Stage, far: FarPortal, ledger: Ledger, outcome: Outcome): Promise<Outcome> {
  const dialogIds = far.chatIds.map((chatId) => `chat${chatId}`);
  const [first = 0] = far.chatIds;
  const said = await Promise.all(far.chatIds.map((chatId) => far.portal.repliesIn(chatId, far.botId)));
  // The first word only showed that events are fetched.
  const replies = said.flat().filter(({ text }) => text !== `echo 0 of chat${first}`);
  const fetched = judge({ posted: ledger.posted, replies, kept: await tables.keptEvents(dialogIds) });
  for (const figure of ["accepted", "lost", "duplicated", "reordered", "inDoubt", "dead"] as const) {
    outcome[figure] += fetched[figure];
  }
  outcome.findings.push(...fetched.findings.map((finding) => `fetched: ${finding}`));
  promise(outcome, fetched.accepted > 0, "nothing was written in the second portal");
  promiseNoneDead(outcome);
  return outcome;
}

export const fetchCrashes: readonly Fault[] = [
  crash("fetch-crash-before-commit", "poller.after_fetch_before_commit"),
  crash("fetch-crash-before-ack", "poller.after_commit_before_ack"),
];
