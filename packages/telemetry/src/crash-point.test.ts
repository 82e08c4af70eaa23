import { spawnSync } from "node:child_process";

import { expect, test } from "vitest";

const MODULE = new URL("crash-point.ts", import.meta.url).href;

/** Passes a point three times in a process of its own and tells how often it came through. */
function passThrice(armed: string | undefined) {
  const program = `import { armCrashPoint, crashPoint } from ${JSON.stringify(MODULE)};
    armCrashPoint(process.env.BOTDECK_CRASHPOINT);
    for (let pass = 0; pass < 3; pass++) { crashPoint("gateway.before_commit"); console.log("passed"); }`;
  const { stdout, stderr, signal } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
    encoding: "utf8",
    env: { ...process.env, ...(armed !== undefined && { BOTDECK_CRASHPOINT: armed }) },
  });
  return { signal, passes: stdout.split("passed").length - 1, stderr };
}

test.each([
  ["an armed point ends the process at the pass that was named", "gateway.before_commit:2", "SIGKILL", 1],
  ["without a pass it is the first", "gateway.before_commit", "SIGKILL", 0],
  ["another point's passes do not count", "worker.before_handle", null, 3],
  ["a process that is not armed goes on", undefined, null, 3],
])("%s", (_name, armed, signal, passes) => {
  expect(passThrice(armed)).toMatchObject({ signal, passes });
});

test("a point that does not exist is named, and nothing starts", () => {
  expect(passThrice("gateway.after_lunch")).toMatchObject({
    passes: 0,
    stderr: expect.stringMatching(/gateway\.after_lunch.*gateway\.before_commit/),
  });
});
