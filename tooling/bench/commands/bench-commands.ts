import { setTimeout as pauseFor } from "node:timers/promises";

import { readBenchArguments } from "../bench-arguments.ts";
import { atMost, type Figure, printFigures } from "../figures.ts";
import { openStage, type Stage } from "../stage.ts";
import { median, percentile } from "../statistics.ts";
import { type Asked, askOnce, type BenchCommand, commandsOf, type Seat } from "./commands.ts";
import { deployTo } from "./deployment.ts";
import { openOffice } from "./office.ts";
import { measureLargeReport } from "./large-report.ts";

const HELP = `Measures how long people wait for the answers of the sales assistant and of reports, and what that costs the portal. Eight minutes.

  pnpm bench commands            prints the figures and what they have to reach
  pnpm bench commands --json     one JSON line per figure
  pnpm bench commands --quick    few people and 2,000 deals: a first look, not a measurement

Gateway and worker are the real processes; the portal is the emulator with a real plan's limit, 300 deals and 40 people, and
one more with 10,000 deals. Calls are what the portal counts, from the message to the answer, the answer itself included;
"cold" is the first command after the worker's start, which asks for funnels and telephony as well. Ends with 1 when it
could not measure.
`;

const PEOPLE = 40;
const DEALS = 300;
const MONTHS = 2;
const MOST_CALLS = 5;
const MOST_WAIT_MS = 2_000;
/** Between two commands: a portal takes 2 requests a second, whoever asks. */
const BETWEEN_MS = 1_500;

type Length = { rounds: number; largeDeals: number };
const TRUE_LENGTH: Length = { rounds: 12, largeDeals: 10_000 };
const QUICK_LENGTH: Length = { rounds: 3, largeDeals: 2_000 };

/** @throws AppError when an answer does not come. */
export async function benchCommands(args: readonly string[]): Promise<void> {
  const options = readBenchArguments(args, HELP);
  if (options === null) return;
  const { rounds, largeDeals } = options.isQuick ? QUICK_LENGTH : TRUE_LENGTH;
  const stage = await openStage();
  try {
    options.report(`${DEALS} deals and ${PEOPLE} people: each command ${rounds} times`);
    const figures = await measureCommands(stage, rounds, options.report);
    options.report(`a report of ${largeDeals} deals`);
    const large = await measureLargeReport(stage, { deals: largeDeals, people: PEOPLE, report: options.report });
    printFigures("commands", [...figures, ...large], options.isJson);
  } finally {
    await stage.close();
  }
}

async function measureCommands(stage: Stage, rounds: number, report: (line: string) => void): Promise<Figure[]> {
  const { folder } = stage;
  const office = await openOffice({ folder, name: "office", people: PEOPLE, deals: DEALS, months: MONTHS });
  const deployment = await deployTo(office, stage, { name: "office", temporalAt: null });
  try {
    const commands = commandsOf(office.clientName);
    const asked = new Map<string, Asked[]>(commands.map(({ name }) => [name, []]));
    for (let round = 0; round < rounds; round++) {
      const personId = office.sellers[round % office.sellers.length] ?? "2";
      const seats = {
        sales: { personId, dialogId: await office.openDialog(personId, deployment.salesBotId) },
        report: { personId, dialogId: await office.openDialog(personId, deployment.reportBotId) },
      } satisfies Record<BenchCommand["bot"], Seat>;
      await pauseFor(BETWEEN_MS);
      for (const command of commands) {
        const once = await askOnce(office, seats[command.bot], command);
        asked.get(command.name)?.push(once);
        if (once.calls > MOST_CALLS) report(`${command.name}: ${once.methods.join(", ")}`);
        await pauseFor(BETWEEN_MS);
      }
      report(`round ${round + 1} of ${rounds}`);
    }
    return [...asked].flatMap(([name, all]) => figuresOf(name, all));
  } finally {
    await deployment.stop();
    await office.stop();
  }
}

function figuresOf(name: string, [cold, ...warm]: readonly Asked[]): Figure[] {
  const waits = warm.map(({ waitedMs }) => waitedMs);
  const isReport = name === "report";
  return [
    atMost(`${name}P50Ms`, median(waits), "ms", null),
    atMost(`${name}P95Ms`, percentile(waits, 0.95), "ms", MOST_WAIT_MS),
    // A report reads more than a list, within the budget all the same.
    atMost(`${name}Calls`, Math.max(...warm.map(({ calls }) => calls)), "calls", isReport ? null : MOST_CALLS),
    atMost(`${name}Requests`, Math.max(...warm.map(({ requests }) => requests)), "requests", null),
    atMost(`${name}ColdCalls`, cold?.calls ?? Number.NaN, "calls", null),
    atMost(`${name}ColdMs`, cold?.waitedMs ?? Number.NaN, "ms", null),
  ];
}
