import { readFile } from "node:fs/promises";

import { AppError, messageOf } from "@botdeck/core";
import { prettifyError } from "zod";

import { Seed } from "../seed.ts";

/** @throws AppError `invalid` that names the file, and the places in it that do not fit. */
export async function readSeedFile(path: string): Promise<Seed> {
  const refuse = (why: string, cause?: unknown): AppError =>
    new AppError("invalid", `The seed file ${path} ${why}`, { cause });
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    throw refuse(`cannot be read: ${messageOf(error)}`, error);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw refuse(`is not JSON: ${messageOf(error)}`, error);
  }
  const seed = Seed.safeParse(value);
  if (!seed.success) throw refuse(`does not fit:\n${prettifyError(seed.error)}`);
  return seed.data;
}
