import { AppError } from "@botdeck/core";

import { createEmulatorClient } from "./emulator-client.ts";

const QUESTION = "where is my order 1042?";
/**
 * The demo order's state. A greeting may come first, which is not the answer yet; and with the number asked at once, no
 * question stays open that the next run would fail to answer.
 */
const ANSWER = /order A-1042 (?:is|was) /i;
const TIMEOUT_MS = 60_000;

type Reply = {
  /** From the client's message to the bot's answer in the chat. */
  replyMs: number;
  /** The line of it that tells the order's state. */
  answer: string;
};

/** Asks as a client, and takes the time until the bot has answered. @throws AppError `unreachable` after a minute. */
export async function measureReply(emulatorUrl: string): Promise<Reply> {
  const emulator = createEmulatorClient(emulatorUrl);
  const { clientId, dialogId, botIds } = await emulator.openDialog();
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const messages = await emulator.listen(signal);
  const startedAt = performance.now();
  const question = await emulator.write(dialogId, clientId, QUESTION);
  try {
    for await (const message of messages) {
      const isFromBot = message.dialogId === dialogId && botIds.has(message.authorId);
      if (!isFromBot || Number(message.id) <= Number(question.id)) continue;
      const answer = message.text.split("\n").find((line) => ANSWER.test(line));
      if (answer !== undefined) return { replyMs: Math.round(performance.now() - startedAt), answer };
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  const advice = "See the inbox and dead letters in the console, and gateway.log and worker.log.";
  throw new AppError("unreachable", `The bot has not answered within ${TIMEOUT_MS / 1_000} s. ${advice}`);
}
