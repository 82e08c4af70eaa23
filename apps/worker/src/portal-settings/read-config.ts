import { readFile } from "node:fs/promises";

import { AppError } from "@botdeck/core";
import { z } from "zod";

const Config = z.record(z.string(), z.unknown());

/** @throws AppError `invalid` when there is no such file, or no JSON object in it. */
export async function readConfig(path: string): Promise<Record<string, unknown>> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new AppError("invalid", `The settings cannot be read from ${path} (${error.code ?? "unknown"})`);
  });
  const config = Config.safeParse(jsonOf(text));
  if (config.success) return config.data;
  throw new AppError("invalid", `In ${path} there is no JSON object such as {"kind": "…"}`);
}

/** A field that nobody knows is a slip, and what it was to set would silently be the default. */
export function refuseUnknown(given: Record<string, unknown>, known: Record<string, unknown>): void {
  const unknown = Object.keys(given).filter((field) => !Object.hasOwn(known, field));
  if (unknown.length === 0) return;
  const fields = Object.keys(known).filter((field) => field !== "kind");
  throw new AppError("invalid", `The settings have no ${unknown.join(", ")}. There are: ${fields.join(", ")}`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
