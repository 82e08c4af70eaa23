import { readFileSync } from "node:fs";

import { AppError } from "@botdeck/core";
import { z } from "zod";

import { Came, Fixture } from "./fixture.ts";

/** @throws AppError `invalid` with file and line for what is no fixture, `not_found` without the file. */
export function readFixtures(file: string): Fixture[] {
  return textOf(file)
    .split("\n")
    .flatMap((line, index) => (line.trim() === "" ? [] : [parsed(Fixture, line, `${file}:${index + 1}`)]));
}

const Earlier = z.array(z.object({ id: z.string(), visits: z.array(Came) }));

/** What `--json` printed of an earlier version: its visits by the fixture's id. */
export function readEarlier(file: string): Map<string, readonly Came[]> {
  return new Map(parsed(Earlier, textOf(file), file).map(({ id, visits }) => [id, visits] as const));
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new AppError("not_found", `${file} cannot be read: give the path of a file that exists.`, { cause });
  }
}

function parsed<Schema extends z.ZodType>(schema: Schema, text: string, place: string): z.output<Schema> {
  const result = schema.safeParse(jsonOf(text, place));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new AppError("invalid", `${place}: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "cannot be read"}`);
}

function jsonOf(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError("invalid", `${place}: this is no JSON`, { cause });
  }
}
