import { AppError } from "@botdeck/core";
import { startProcessGroup } from "@botdeck/local-stack";
import type { z } from "zod";

/**
 * Runs a program of a bench with its task as an argument, and reads the line of JSON that it prints last.
 *
 * @throws AppError `invariant` with its last words when it ends badly.
 */
export async function runTask<Outcome>(program: string, task: unknown, schema: z.ZodType<Outcome>): Promise<Outcome> {
  const lines: string[] = [];
  const command = { file: process.execPath, args: [program, JSON.stringify(task)] };
  const group = await startProcessGroup(command, (line) => lines.push(line));
  const { code } = await group.exited;
  if (code !== 0) throw new AppError("invariant", `${program} failed:\n${lines.slice(-20).join("\n")}`);
  return schema.parse(JSON.parse(lines.at(-1) ?? ""));
}
