import { setTimeout as pauseFor } from "node:timers/promises";

import { AppError } from "@botdeck/core";
import { waitUntil } from "@botdeck/local-stack";

import type { Office, ShownMessage, Traffic } from "./office.ts";

const ANSWER_TIMEOUT_MS = 20_000;
/** What follows an answer, such as the picture of a report, belongs to its command. */
const SETTLED_MS = 700;
const LOOK_EVERY_MS = 10;

/** Somebody in their private chat with a bot. */
export type Seat = { personId: string; dialogId: string };

/** One way to ask a bot for something. `ask` is given the bot's last message, if it has said anything. */
export type BenchCommand = {
  name: string;
  bot: "sales" | "report";
  /** Which answer it is. */
  answer: RegExp;
  ask(office: Office, seat: Seat, last: ShownMessage | null): Promise<void>;
};

/** How long somebody waited, and what it cost the portal. */
export type Asked = Traffic & { waitedMs: number };

const written =
  (text: string): BenchCommand["ask"] =>
  (office, { personId, dialogId }) =>
    office.write(personId, dialogId, text);

/** Presses the first button of the bot's last message whose words fit. */
const pressed =
  (label: RegExp): BenchCommand["ask"] =>
  async (office, { personId }, last) => {
    const index = last?.keyboard.findIndex(({ TEXT = "" }) => label.test(TEXT)) ?? -1;
    if (last === null || index < 0) throw new AppError("invariant", `No button ${String(label)} under: ${last?.text}`);
    await office.press(personId, last.id, index);
  };

export const DEALS_COMMAND: BenchCommand = {
  name: "deals",
  bot: "sales",
  answer: /open deals/,
  ask: written("/deals"),
};

/** What is measured, in the order in which it makes sense: a button is pressed under the answer before it. */
export const commandsOf = (clientName: string): readonly BenchCommand[] => [
  DEALS_COMMAND,
  { name: "client", bot: "sales", answer: /Phone|several/, ask: written(`/client ${clientName}`) },
  { name: "clientSeveral", bot: "sales", answer: /several/, ask: written(`/client ${clientName.split(" ").at(-1)}`) },
  { name: "tasks", bot: "sales", answer: /Overdue|Nothing is due/, ask: written("/tasks") },
  { name: "taskDone", bot: "sales", answer: /— done/, ask: pressed(/^✓/) },
  { name: "callPhone", bot: "sales", answer: /call/i, ask: written("/call +1 202 555 0143") },
  { name: "callName", bot: "sales", answer: /call|number/i, ask: written(`/call ${clientName}`) },
  { name: "report", bot: "report", answer: /Sales, .*\n/, ask: written("/report last month mine") },
];

/** Asks once, waits for the answer in the chat, and for what follows it. @throws AppError `unreachable` when none comes. */
export async function askOnce(office: Office, seat: Seat, command: BenchCommand): Promise<Asked> {
  const { personId, dialogId } = seat;
  const read = async () => await office.messages(personId, dialogId);
  const ofBot = (messages: readonly ShownMessage[]) => messages.filter(({ authorId }) => authorId !== personId);
  const before = await read();
  const mark = await office.mark();
  const last = ofBot(before).at(-1) ?? null;
  const looks = new Map(before.map((message) => [message.id, lookOf(message)]));
  const askedAt = performance.now();
  await command.ask(office, seat, last);
  let waitedMs = 0;
  const hasAnswer = async () => {
    const all = ofBot(await read());
    waitedMs = performance.now() - askedAt;
    return all.some((message) => looks.get(message.id) !== lookOf(message) && command.answer.test(message.text));
  };
  if (!(await waitUntil(hasAnswer, { timeoutMs: ANSWER_TIMEOUT_MS, everyMs: LOOK_EVERY_MS }))) {
    const said = ofBot(await read()).at(-1)?.text ?? "nothing";
    throw new AppError(
      "unreachable",
      `No answer to ${command.name} of person ${personId}; the bot's last words: ${said}`,
    );
  }
  await pauseFor(SETTLED_MS);
  return { waitedMs, ...(await office.trafficSince(mark)) };
}

/** A message that was changed looks otherwise. */
const lookOf = ({ text, editedAt, keyboard }: ShownMessage): string =>
  JSON.stringify([text, editedAt, keyboard.length]);
