import type { Bot, OverriddenTexts, Portals, TextOverrides, Transaction } from "@botdeck/db";
import { type AnyBot, LANGUAGES, type TextCatalog, type Understood, type Words } from "@botdeck/dialog";
import type { Logger } from "@botdeck/telemetry";

import type { KnownRows } from "./known-rows.ts";
import { usableSettings } from "./portal-settings/usable-settings.ts";
import { remember } from "./remember.ts";
import type { RuntimeDeps } from "./runtime/deps.ts";

/** Texts are read again after this even when nobody told of a change, in milliseconds. */
const KEPT_MS = 15_000;

const WRONG_SETTINGS = "settings of the bot are wrong: it works with their defaults; set-bot-settings --show says why";

type Deps = {
  known: Pick<KnownRows, "botById" | "forget">;
  texts: Pick<TextOverrides, "ofBot">;
  portalsIn: (tx: Transaction) => Portals;
  /** Finds out what words mean, for a bot on a portal. */
  understandingOf: (definition: AnyBot, portalId: string) => Promise<(words: Words) => Promise<Understood>>;
  logger: Logger;
};

/**
 * Finds a portal's bot and its definition, with the portal's settings and texts over the defaults. A setting that is wrong has its
 * default, and is told once: a slip must not stop the bot.
 */
export function createBotRegistry(
  definitions: readonly AnyBot[],
  { known, texts, portalsIn, understandingOf, logger }: Deps,
): RuntimeDeps["bots"] {
  const told = new Map<string, string>();

  function settingsOf(definition: AnyBot, bot: Bot): unknown {
    const { settings, wrong } = usableSettings(definition, bot.settings);
    const fields = [...new Set(wrong.map(({ field }) => field))].join(", ");
    if (fields !== (told.get(bot.id) ?? "")) {
      told.set(bot.id, fields);
      if (fields !== "") logger.warn({ botId: bot.id, bot: bot.code, fields }, WRONG_SETTINGS);
    }
    return settings;
  }

  const ownTexts = remember(async (botId: string) => {
    const row = await known.botById(botId);
    return row === null ? null : await texts.ofBot(row.portalId, row.code);
  }, KEPT_MS);
  return {
    async find(botId) {
      const row = await known.botById(botId);
      const definition = definitions.find((each) => each.code === row?.code);
      if (!row || row.state === "removed" || !definition) return null;
      const [own, understand] = await Promise.all([ownTexts.find(botId), understandingOf(definition, row.portalId)]);
      return {
        definition,
        isOn: row.isOn,
        settings: settingsOf(definition, row),
        name: row.name,
        bitrixBotId: row.bitrixBotId,
        texts: own === null ? definition.texts : worded(definition.texts, own),
        understand,
      };
    },
    async idsOn(tx, portalId) {
      const rows = await portalsIn(tx).botsOf(portalId);
      return new Map(rows.flatMap(({ id, bitrixBotId }) => (bitrixBotId === null ? [] : [[bitrixBotId, id] as const])));
    },
    markRemoved: (tx, botId) => portalsIn(tx).setBotState(botId, "removed", "The portal removed the bot"),
    forget() {
      known.forget();
      ownTexts.forget();
    },
  };
}

/** One catalog for the same words, so that what is read of it once is not read again. */
const catalogs = new WeakMap<OverriddenTexts, TextCatalog>();

function worded(texts: TextCatalog, own: OverriddenTexts): TextCatalog {
  if (Object.keys(own).length === 0) return texts;
  const known = catalogs.get(own);
  if (known !== undefined) return known;
  const entries = LANGUAGES.map((language) => [language, { ...texts[language], ...own[language] }] as const);
  const catalog = Object.fromEntries(entries) as TextCatalog; // safe: every language is there
  catalogs.set(own, catalog);
  return catalog;
}
