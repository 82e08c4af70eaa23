import { AppError } from "@botdeck/core";
import type { CrashPoint } from "@botdeck/telemetry";

import type { Part } from "./part.ts";

const PASS_TIMEOUT_MS = 30_000;

/**
 * Lets a part run into a named crash point and starts it again without one. The load has to go on meanwhile.
 *
 * @param pass At which pass it dies.
 * @param meanwhile What has to happen while it is armed, for the point to be passed.
 * @throws AppError `conflict` when it did not pass there in time: then nothing was measured.
 */
export async function crashAt(
  part: Part,
  point: CrashPoint,
  pass: number,
  meanwhile: () => Promise<void> = async () => {},
): Promise<void> {
  await part.terminate();
  // It may pass there before it says that it is ready.
  await part.start({ BOTDECK_CRASHPOINT: `${point}:${pass}` }).catch((error: unknown) => {
    if (part.lastExit()?.signal !== "SIGKILL") throw error;
  });
  const gone = part.gone(PASS_TIMEOUT_MS);
  await meanwhile();
  if (!(await gone))
    throw new AppError("conflict", `${part.name} did not pass ${point} ${pass} times, so nothing was measured`);
  await part.start();
}
