import { storeTextGroups } from "@botdeck/bots";
import { returnDialogs, settlementDialogs } from "@botdeck/bots/dialogs";
import type { AnyBot } from "@botdeck/dialog";
import type { DialogDefinition } from "@botdeck/dialog/dialogs";

/** A bot whose definition the console has: what it says, how its dialogs go and what may be set about it. */
export type KnownBot = Pick<
  AnyBot,
  "code" | "name" | "kind" | "hearsEverything" | "commands" | "settings" | "intents"
> & {
  texts: AnyBot["texts"];
  /** Keys of the catalog by what they are about; null where nobody sorted them. */
  groups: Readonly<Record<string, readonly string[]>> | null;
  /** Those that workflows lead as well. */
  dialogs: readonly DialogDefinition[];
};

/** The bots of this deployment, built-in and its own. */
export type KnownBots = {
  /** Null for a bot that is on a portal and not in this deployment: its module was taken away, or was never given to the console. */
  of(code: string): KnownBot | null;
  all(): readonly KnownBot[];
};

/** What the console tells of some bots beyond their definition. */
const BESIDE: Readonly<Record<string, Partial<Pick<KnownBot, "groups" | "dialogs">>>> = {
  store: { groups: storeTextGroups, dialogs: [...returnDialogs, ...settlementDialogs] },
};

export function createKnownBots(definitions: readonly AnyBot[]): KnownBots {
  const known = definitions.map((bot): KnownBot => {
    const { groups = null, dialogs = [] } = BESIDE[bot.code] ?? {};
    return { ...bot, groups, dialogs: [...(bot.dialogs ?? []), ...dialogs] };
  });
  const byCode = new Map(known.map((bot) => [bot.code, bot]));
  return { of: (code) => byCode.get(code) ?? null, all: () => known };
}
