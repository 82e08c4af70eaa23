import { readFileSync } from "node:fs";

import { AppError } from "@botdeck/core";
import type { Example } from "@botdeck/dialog";
import { z } from "zod";

const Row = z.object({ text: z.string(), intent: z.string() });

/** Lines of `{"text","intent"}`; `oos` marks messages that belong to no intent. */
export function readRows(path: string): Example[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.flatMap((line, at) => (line.trim() === "" ? [] : [readRow(line, `${path}:${at + 1}`)]));
}

function readRow(line: string, where: string): Example {
  try {
    return Row.parse(JSON.parse(line));
  } catch (cause) {
    throw new AppError("invalid", `${where} is no line of the form {"text":"…","intent":"…"}`, { cause });
  }
}
