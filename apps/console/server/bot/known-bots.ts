import { helpdeskBot, hrBot, notifyBot, reportBot, salesBot, storeBot, storeTextGroups } from "@botdeck/bots";
import { returnDialogs, settlementDialogs } from "@botdeck/bots/dialogs";
import type { AnyBot } from "@botdeck/dialog";
import type { DialogDefinition } from "@botdeck/dialog/dialogs";

/** A bot whose definition the console has: what it says, how its dialogs go and what may be set about it. */
export type KnownBot = Pick<AnyBot, "name" | "kind" | "hearsEverything" | "commands" | "settings" | "intents"> & {
  texts: AnyBot["texts"];
  /** Keys of the catalog by what they are about; null where the bot has too few to sort. */
  groups: Readonly<Record<string, readonly string[]>> | null;
  /** Those that workflows lead as well. */
  dialogs: readonly DialogDefinition[];
};

/** The bots that come with the deployment, by code. Bots of a deployment's own run in the worker, and only there. */
const KNOWN: ReadonlyMap<string, KnownBot> = new Map(
  (
    [
      {
        ...storeBot,
        groups: storeTextGroups,
        dialogs: [...(storeBot.dialogs ?? []), ...returnDialogs, ...settlementDialogs],
      },
      ...[hrBot, helpdeskBot, salesBot, reportBot, notifyBot].map((bot: AnyBot & { code: string }) => ({
        ...bot,
        groups: null,
        dialogs: bot.dialogs ?? [],
      })),
    ] satisfies (KnownBot & { code: string })[]
  ).map((known) => [known.code, known]),
);

/** Null for a bot that the console has no definition of. */
export const knownBot = (code: string): KnownBot | null => KNOWN.get(code) ?? null;

/** Codes and definitions of all of them. */
export const knownBots = (): readonly (readonly [string, KnownBot])[] => [...KNOWN];
