import { fileURLToPath } from "node:url";

import { type Exit, startProcessGroup, waitUntil } from "@botdeck/local-stack";

export const REPOSITORY = fileURLToPath(new URL("../../../..", import.meta.url));
/** Longer than anything may take to stop, so that a program which does not is seen to be killed. */
const KILL_AFTER_MS = 30_000;

export type Program = {
  /** Everything it printed so far, stdout and stderr together. */
  output(): string;
  /** @throws Error with the whole output when the program ended, or the time ran out, before it printed that. */
  printed(pattern: RegExp, timeoutMs: number): Promise<RegExpExecArray>;
  exited: Promise<Exit>;
  /** Ctrl-C: the signal goes to the whole process group. */
  interrupt(): Promise<Exit>;
  /** As a failing machine does. */
  kill(): Promise<Exit>;
};

export type ProgramInput = { script: string; args?: readonly string[]; environment?: Record<string, string> };

/** Runs a program of the repository as a person would, with this Node. `script` is relative to the repository. */
export async function runProgram({ script, args = [], environment = {} }: ProgramInput): Promise<Program> {
  const lines: string[] = [];
  const command = { file: process.execPath, args: [script, ...args], cwd: REPOSITORY, env: environment };
  const group = await startProcessGroup(command, (line) => lines.push(line));
  const ended = new AbortController();
  void group.exited.then(() => ended.abort());
  const output = () => lines.join("\n");
  return {
    output,
    async printed(pattern, timeoutMs) {
      await waitUntil(() => pattern.test(output()), { timeoutMs, signal: ended.signal });
      const match = pattern.exec(output());
      if (match === null) throw new Error(`${script} has not printed ${String(pattern)}:\n${output()}`);
      return match;
    },
    exited: group.exited,
    interrupt: () => group.stop({ signal: "SIGINT", killAfterMs: KILL_AFTER_MS }),
    kill: () => group.stop({ signal: "SIGKILL" }),
  };
}
