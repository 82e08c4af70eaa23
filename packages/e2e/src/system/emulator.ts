import { type Program, runProgram } from "./program.ts";

const READY_TIMEOUT_MS = 30_000;

/** The emulator by itself, on a port that is free. */
export async function startEmulator(
  input: { args?: readonly string[]; environment?: Record<string, string> } = {},
): Promise<Program & { url: string }> {
  const { args = [], environment = {} } = input;
  const program = await runProgram({
    script: "apps/emulator/src/main.ts",
    args,
    environment: { EMULATOR_PORT: "0", ...environment },
  });
  const [, url = ""] = await program.printed(/Emulator ready: (\S+)/, READY_TIMEOUT_MS);
  return { ...program, url };
}
