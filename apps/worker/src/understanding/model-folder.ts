import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { messageOf } from "@botdeck/core";
import { type EmbeddedModel, type Example, modelFromBytes } from "@botdeck/dialog";
import type { Logger } from "@botdeck/telemetry";

/** With another form of models, or another way to train them, what was kept is of no use. */
const MODEL_VERSION = 1;

/**
 * The model of a bot's examples: the one that a folder keeps under their hash, else trained, and kept. A folder that cannot be read or
 * written costs that time again and nothing else.
 */
export async function modelIn(
  folder: string,
  { code, examples }: { code: string; examples: readonly Example[] },
  { train, logger }: { train: (examples: readonly Example[]) => Uint8Array | Promise<Uint8Array>; logger: Logger },
): Promise<EmbeddedModel> {
  const path = join(folder, nameOf(code, examples));
  const kept = await readKept(path);
  if (kept !== null) return kept;
  const startedAt = performance.now();
  const bytes = await train(examples);
  const trainedMs = Math.round(performance.now() - startedAt);
  logger.info({ bot: code, phrases: examples.length, trainedMs }, "the bot has learned its phrases");
  await keep(path, folder, bytes).catch((error: unknown) =>
    logger.warn({ reason: messageOf(error) }, "the bot's model could not be kept: the next start trains it again"),
  );
  return modelFromBytes(bytes);
}

/** Removes the models that were kept under a code, but for the one of these examples: others hold phrases that are to be forgotten. */
export async function removeModels(folder: string, code: string, except: readonly Example[] | null): Promise<void> {
  const kept = except === null ? null : nameOf(code, except);
  const names = await readdir(folder).catch((): string[] => []);
  const old = names.filter(
    (name) => name.startsWith(`${code}-`) && HASHED.test(name.slice(code.length)) && name !== kept,
  );
  await Promise.all(old.map((name) => rm(join(folder, name), { force: true })));
}

/** What follows the code in a name. */
const HASHED = /^-[0-9a-f]{32}\.model(\.\d+)?$/;

function nameOf(code: string, examples: readonly Example[]): string {
  const hash = createHash("sha256")
    .update(JSON.stringify([MODEL_VERSION, examples]))
    .digest("hex");
  return `${code}-${hash.slice(0, 32)}.model`;
}

async function readKept(path: string): Promise<EmbeddedModel | null> {
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
