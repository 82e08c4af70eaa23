import { parseArgs } from "node:util";

import { AppError } from "@botdeck/core";
import { connect, createSecretBox, findOpenHook, openHookSecret } from "@botdeck/db";
import { HookOptions } from "@botdeck/notifications";
import { sendTestPost } from "@botdeck/notifications/test-post";

import { loadEnv } from "./env.ts";
import { readSecret } from "./portal-settings/read-secret.ts";
import { printHelp, runCommand } from "./run-command.ts";

const HELP = `node apps/worker/src/test-hook.ts --hook <id> [--secret stdin|env:<name>] [--over]

Posts to a hook what its source would post, by the same door: a problem for information, and with --over its end. Whoever the
hook's escalation pages for information is paged. The secret is needed where posts show it, because it is kept nowhere.`;

async function testHook(id: string, { given, isOver }: { given: string | null; isOver: boolean }): Promise<void> {
  const env = loadEnv(process.env);
  const handle = connect(env.DATABASE_URL, { max: 1, applicationName: "botdeck-test-hook" });
  try {
    const hook = await findOpenHook(handle.db, id);
    if (hook === null) throw new AppError("not_found", `There is no open hook ${id}`);
    const secret = given ?? openHookSecret(createSecretBox(env.BOTDECK_SECRET_KEY), hook);
    if (secret === null) throw new AppError("invalid", "This hook's posts show its secret: give it with --secret");
    const { kind: source, proof } = hook;
    const address = new URL(`/hooks/${source}/${id}`, env.GATEWAY_PUBLIC_URL).href;
    const options = HookOptions.parse(hook.options);
    const { status, message } = await sendTestPost({
      address,
      source,
      proof,
      secret,
      options,
      isOver,
      now: new Date(),
    });
    process.stdout.write(`${status === 0 ? "" : `${status} `}${message}\n`);
    if (status !== 200) process.exitCode = 1;
  } finally {
    await handle.close();
  }
}

// Run as a program: posts a test to a hook.
await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      hook: { type: "string" },
      secret: { type: "string" },
      over: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  const { hook, secret, over = false, help } = values;
  if (help === true || hook === undefined) return printHelp(HELP, help === true);
  const given = await readSecret(secret, { env: process.env, stdin: process.stdin });
  await testHook(hook, { given, isOver: over });
});
