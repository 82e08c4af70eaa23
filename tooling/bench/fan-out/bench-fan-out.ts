import { setTimeout as pauseFor } from "node:timers/promises";

import { connect, laneOf, putEffects, wakeDeliverer } from "@botdeck/db";
import { waitUntil } from "@botdeck/local-stack";

import { readBenchArguments } from "../bench-arguments.ts";
import { askOnce, type BenchCommand, type Seat } from "../commands/commands.ts";
import { type Deployment, deployTo } from "../commands/deployment.ts";
import { type Office, openOffice } from "../commands/office.ts";
import { atLeast, atMost, type Figure, printFigures } from "../figures.ts";
import { openStage } from "../stage.ts";
import { median, percentile } from "../statistics.ts";

const HELP = `Measures news for many people: in how many requests they leave, and whether anybody's answer waits for them. Three minutes.

  pnpm bench fan-out            prints the figures and what they have to reach
  pnpm bench fan-out --json     one JSON line per figure
  pnpm bench fan-out --quick    few people: a first look, not a measurement

Gateway and worker are the real processes; the portal is the emulator with a real plan's limit (50 at once, 2 a second). 500
people are told something each. First nobody asks anything: that is what it costs. Then 4,000 messages for them stand in the
outbox while people ask the bot, one after another; beside it the same without any.
`;

const HELP_COMMAND: BenchCommand = {
  name: "help",
  bot: "sales",
  answer: /\/deals/,
  ask: (office, { personId, dialogId }) => office.write(personId, dialogId, "/help"),
};
const MOST_IN_BATCH = 50;
const SETTLED_TIMEOUT_MS = 300_000;
const GREETED_MS = 5_000;
const OPEN = "status in ('ready', 'sending', 'uncertain')";
/** A reply may take so much longer than with nothing queued: noise of a machine that does more. */
const MOST_RATIO = 2;

type Length = { people: number; rounds: number; replies: number };
const TRUE_LENGTH: Length = { people: 500, rounds: 8, replies: 15 };
const QUICK_LENGTH: Length = { people: 100, rounds: 8, replies: 4 };

/** @throws AppError when the news do not leave, or an answer does not come. */
export async function benchFanOut(args: readonly string[]): Promise<void> {
  const options = readBenchArguments(args, HELP);
  if (options === null) return;
  const length = options.isQuick ? QUICK_LENGTH : TRUE_LENGTH;
  const stage = await openStage();
  try {
    const { folder } = stage;
    // One more leads them.
    const office = await openOffice({ folder, name: "crowd", people: length.people + 1, deals: 1, months: 1 });
    const deployment = await deployTo(office, stage, { name: "crowd", temporalAt: null });
    try {
      printFigures("fan-out", await measure(office, deployment, length, options.report), options.isJson);
    } finally {
      await deployment.stop();
      await office.stop();
    }
  } finally {
    await stage.close();
  }
}

async function measure(
  office: Office,
  { databaseUrl, salesBotId }: Deployment,
  { people, rounds, replies }: Length,
  report: (line: string) => void,
): Promise<Figure[]> {
  const handle = connect(databaseUrl, { max: 2, applicationName: "botdeck-bench" });
  try {
    const news = newsOf(handle, office.sellers, salesBotId);
    report(`news for ${people} people, and nothing else`);
    const mark = await office.mark();
    const startedAt = performance.now();
    await news.put("alone", 1);
    await news.untilGone();
    const tookMs = performance.now() - startedAt;
    const { requests, calls } = await office.trafficSince(mark);

    const seats = await seatsOf(office, office.sellers.slice(0, replies), salesBotId);
    report("answers while nothing is queued");
    const idle = await askAll(office, seats);
    report(`answers while ${people * rounds} messages are queued`);
    await news.put("beside", rounds);
    const busy = await askAll(office, seats);
    const left = await news.open();
    await news.untilGone();
    return [
      atMost("requests", requests, "requests", 1.5 * Math.ceil(people / MOST_IN_BATCH)),
      atMost("messagesPerRequest", calls / requests, "messages", null),
      atMost("tookMs", tookMs, "ms", null),
      atMost("idleReplyP50Ms", median(idle), "ms", null),
      atMost("busyReplyP50Ms", median(busy), "ms", null),
      atMost("busyReplyP95Ms", percentile(busy, 0.95), "ms", null),
      atLeast("queuedAtLastAnswer", left, "messages", 1),
      atMost("replyRatio", median(busy) / median(idle), "×", MOST_RATIO),
    ];
  } finally {
    await handle.close();
  }
}

/** People at their chats with the bot, which has greeted them. */
async function seatsOf(office: Office, people: readonly string[], botId: string): Promise<Seat[]> {
  const seats: Seat[] = [];
  for (const personId of people) seats.push({ personId, dialogId: await office.openDialog(personId, botId) });
  await pauseFor(GREETED_MS);
  return seats;
}

async function askAll(office: Office, seats: readonly Seat[]): Promise<number[]> {
  const waits: number[] = [];
  for (const seat of seats) waits.push((await askOnce(office, seat, HELP_COMMAND)).waitedMs);
  return waits;
}

/** News in the outbox, as a digest's flush puts them. */
function newsOf({ db }: ReturnType<typeof connect>, people: readonly string[], bitrixBotId: string) {
  const open = async () => {
    const [row] = await db.execute<{ count: number }>(
      `select count(*)::int as count from outbox_effect where kind = 'chat.notify' and ${OPEN}`,
    );
    return row?.count ?? 0;
  };
  return {
    open,
    async put(name: string, rounds: number): Promise<void> {
      const bot = await db.query.bot.findFirst({ where: (row, { eq }) => eq(row.bitrixBotId, bitrixBotId) });
      if (bot === undefined) return;
      const { id: botId, portalId } = bot;
      for (let round = 0; round < rounds; round++) {
        await putEffects(
          db,
          people.map((dialogId) => ({
            key: `${name}:${round}:${dialogId}`,
            portalId,
            botId,
            conversationId: null,
            lane: laneOf({ botId, dialog: { id: dialogId } }),
            effect: {
              kind: "chat.notify" as const,
              dialogId,
              text: `News ${round + 1}: the office is closed on Friday`,
            },
          })),
        );
      }
      await wakeDeliverer(db);
    },
    untilGone: () => waitUntil(async () => (await open()) === 0, { timeoutMs: SETTLED_TIMEOUT_MS, everyMs: 100 }),
  };
}
