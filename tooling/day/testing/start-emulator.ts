import { join } from "node:path";

import { startProcessGroup } from "@botdeck/local-stack";
import { onTestFinished } from "vitest";

const REPOSITORY = join(import.meta.dirname, "../../..");

/** An emulated portal of its own, gone when the test ends. @returns Its address. */
export async function startEmulator(): Promise<string> {
  const ready = Promise.withResolvers<string>();
  const emulator = await startProcessGroup(
    {
      file: process.execPath,
      args: [join(REPOSITORY, "apps/emulator/src/main.ts"), "--port", "0", "--limit", "off"],
      cwd: REPOSITORY,
      env: {},
    },
    (line) => {
      const [, url] = /Emulator ready: (\S+)/.exec(line) ?? [];
      if (url !== undefined) ready.resolve(url);
    },
  );
  onTestFinished(async () => void (await emulator.stop()));
  void emulator.exited.then(() => ready.reject(new Error("the emulator ended before it was ready")));
  return await ready.promise;
}
