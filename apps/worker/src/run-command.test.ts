import { spawn } from "node:child_process";
import { once } from "node:events";
import { inspect } from "node:util";
import { fileURLToPath } from "node:url";

import { DrizzleQueryError } from "drizzle-orm/errors";
import { expect, test } from "vitest";

import { runCommand } from "./run-command.ts";

test("a command whose database is away says so in one line, with what to do", async () => {
  const script = fileURLToPath(new URL("./dead-letters.ts", import.meta.url));
  // Nobody listens on the port for multiplexers.
  const env = { ...process.env, DATABASE_URL: "postgres://nobody:secret@127.0.0.1:1/nothing" };
  const child = spawn(process.execPath, [script], { env, stdio: ["ignore", "ignore", "pipe"] });
  let printed = "";
  child.stderr.on("data", (text: Buffer) => (printed += String(text)));
  expect(await once(child, "close")).toEqual([1, null]);
  expect(printed).toMatch(/^Postgres does not do it now: .*ECONNREFUSED.* DATABASE_URL .*\n$/);
});

test.each([
  ["erase", ["--portal", "portal.example"]],
  ["recover", []],
  ["connect", []],
  ["add-hook", ["--nonsense"]],
])("%s ends with 2 when it is called wrongly, and with 0 when it is asked for help", async (command, wrong) => {
  const script = fileURLToPath(new URL(`./${command}.ts`, import.meta.url));
  const codeOf = async (args: string[]) =>
    (await once(spawn(process.execPath, [script, ...args], { stdio: "ignore" }), "close"))[0];
  expect(await Promise.all([codeOf(wrong), codeOf(["--help"])])).toEqual([2, 0]);
});

test("a fault of ours keeps its trace, and shows nothing of what people wrote", async () => {
  const driver = Object.assign(new Error("duplicate key"), { code: "23505", severity: "ERROR", parameters: ["Anna"] });
  const fault = new DrizzleQueryError("insert into message values ($1)", ["Anna"], driver);
  const thrown = await runCommand(() => Promise.reject(fault)).catch((error: unknown) => error);
  expect(thrown).toMatchObject({ message: "duplicate key" });
  expect(inspect(thrown, { showHidden: true })).toContain("run-command.test.ts");
  expect(inspect(thrown, { showHidden: true })).not.toContain("Anna");
});
