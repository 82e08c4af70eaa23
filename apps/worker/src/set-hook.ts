import { parseArgs } from "node:util";

import { AppError } from "@botdeck/core";
import { changeHook, COMMAND_ACTOR, connect, createSecretBox, hookById, noteActs } from "@botdeck/db";

import { loadEnv } from "./env.ts";
import { OPTION_HELP, OPTION_WORDS, type OptionWords, readHookOptions } from "./hooks/hook-wish.ts";
import { readSecret } from "./portal-settings/read-secret.ts";
import { printHelp, runCommand } from "./run-command.ts";

const HELP = `node apps/worker/src/set-hook.ts --hook <id> [--show] [--open | --close] [options]

Says how the posts of a hook are read and where they go. Its address, kind and secret stay. --show prints how it is.

  --api-token stdin|env:<name>   what the source's own API is called with
${OPTION_HELP}`;

type Wish = { id: string; words: OptionWords; isActive: boolean | null; apiToken: string | null; isShown: boolean };

async function setHook({ id, words, isActive, apiToken, isShown }: Wish): Promise<void> {
  const env = loadEnv(process.env);
  const handle = connect(env.DATABASE_URL, { max: 1, applicationName: "botdeck-set-hook" });
  try {
    const hook = /^[0-9a-f-]{36}$/i.test(id) ? await hookById(handle.db, id) : null;
    if (hook === null) throw new AppError("not_found", `There is no hook ${id}`);
    const options = await readHookOptions(words, hook);
    if (!isShown) {
      const change = { options, ...(isActive !== null && { isActive }), ...(apiToken !== null && { apiToken }) };
      const detail = { name: hook.name, options, ...(isActive !== null && { isActive }) };
      await handle.db.transaction(async (tx) => {
        await changeHook(tx, id, change, createSecretBox(env.BOTDECK_SECRET_KEY));
        await noteActs(tx, COMMAND_ACTOR, [{ action: "hook.change", subjectId: id, detail }]);
      });
    }
    process.stdout.write(`${hook.name} (${hook.kind})\n${JSON.stringify(options, null, 2)}\n`);
  } finally {
    await handle.close();
  }
}

// Run as a program: changes a hook.
await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      hook: { type: "string" },
      show: { type: "boolean" },
      open: { type: "boolean" },
      close: { type: "boolean" },
      "api-token": { type: "string" },
      ...OPTION_WORDS,
      help: { type: "boolean", short: "h" },
    },
  });
  const { hook, show = false, open = false, close = false, "api-token": token, help, ...words } = values;
  if (help === true || hook === undefined || (open && close)) return printHelp(HELP, help === true);
  const apiToken = await readSecret(token, { env: process.env, stdin: process.stdin });
  await setHook({ id: hook, words, isActive: open ? true : close ? false : null, apiToken, isShown: show });
});
