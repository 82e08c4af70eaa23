import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { messageOf } from "@botdeck/core";
import { type AnyBot, examplesOf, keepModel, modelFromBytes, trainEmbedded } from "@botdeck/dialog";
import type { Logger } from "@botdeck/telemetry";

/** With another form of models, or another way to train them, what was kept is of no use. */
const MODEL_VERSION = 1;

/**
 * Makes the bots' models before anybody writes. Training takes some seconds for thousands of phrases, so a model is kept in
 * a folder under the hash of its phrases; a folder that cannot be read or written costs that time again and nothing else.
 */
export async function loadModels(definitions: readonly AnyBot[], folder: string, logger: Logger): Promise<void> {
  for (const { code, intents } of definitions) {
    const examples = examplesOf(intents ?? {});
    if (examples.length === 0) continue;
    const hash = createHash("sha256")
      .update(JSON.stringify([MODEL_VERSION, examples]))
      .digest("hex");
    const path = join(folder, `${code}-${hash.slice(0, 32)}.model`);
    const kept = await readKept(path);
    if (kept !== null) {
      keepModel(examples, kept);
      continue;
    }
    const startedAt = performance.now();
    const bytes = trainEmbedded(examples).toBytes();
    keepModel(examples, modelFromBytes(bytes));
    const trainedMs = Math.round(performance.now() - startedAt);
    logger.info({ bot: code, phrases: examples.length, trainedMs }, "the bot has learned its phrases");
    await keep(path, folder, bytes).catch((error: unknown) =>
      logger.warn({ reason: messageOf(error) }, "the bot's model could not be kept: the next start trains it again"),
    );
  }
}

async function readKept(path: string) {
  try {
    return modelFromBytes(await readFile(path));
  } catch {
    return null;
  }
}

/** Written aside and renamed, so that another worker that starts meanwhile reads a whole one. */
async function keep(path: string, folder: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true });
  const aside = `${path}.${process.pid}`;
  await writeFile(aside, bytes);
  await rename(aside, path);
}
