import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";

import { AppError, messageOf } from "@botdeck/core";
import type { AnyBot } from "@botdeck/dialog";
import { z } from "zod";

import { BUILT_IN_BOTS } from "./built-in-bots.ts";

const isHandler = (value: unknown) => typeof value === "function";

/** What makes an object a bot; `defineBot` has checked the rest. */
const Bot = z.looseObject({
  code: z.string(),
  kind: z.enum(["client", "internal", "notification"]),
  name: z.object({ en: z.string(), ru: z.string() }),
  welcome: z.custom(isHandler, "has to be a function"),
  fallback: z.custom(isHandler, "has to be a function"),
});
const Module = z.looseObject({ bots: z.array(Bot).nonempty() });

/**
 * Loads the bots that a deployment brings along: modules that export `bots`, a list of what `defineBot` returned.
 *
 * @param addresses Absolute paths, `file:` URLs or names of installed packages; the value of `BOTDECK_BOTS`.
 * @returns All of them, the built-in ones first. No code may be used twice.
 * @throws AppError `invalid` that names the module: it cannot be loaded, exports no bots, or one whose code is taken.
 */
export async function withOwnBots(addresses: readonly string[]): Promise<AnyBot[]> {
  const bots = [...BUILT_IN_BOTS];
  for (const address of addresses) {
    for (const bot of await loadModule(address)) {
      if (bots.some(({ code }) => code === bot.code)) {
        throw refusal(address, `its bot "${bot.code}" has the code of another one; portals know a bot by its code`);
      }
      bots.push(bot);
    }
  }
  return bots;
}

async function loadModule(address: string): Promise<AnyBot[]> {
  if (/^(https?|data):/i.test(address) || address.startsWith(".")) {
    throw refusal(address, "use an absolute path, a file: URL, or the name of an installed package");
  }
  const loaded: unknown = await import(isAbsolute(address) ? pathToFileURL(address).href : address).catch(
    (cause: unknown) => {
      throw refusal(address, `it cannot be loaded: ${messageOf(cause)}`, cause);
    },
  );
  const parsed = Module.safeParse(loaded);
  if (parsed.success) return parsed.data.bots as unknown as AnyBot[]; // safe: the engine reads what was checked above
  const [issue] = parsed.error.issues;
  throw refusal(address, `it has to export "bots", a list of bots; ${issue?.path.join(".")}: ${issue?.message}`);
}

function refusal(address: string, reason: string, cause?: unknown): AppError {
  return new AppError("invalid", `BOTDECK_BOTS names ${address}, but ${reason}`, { cause });
}
