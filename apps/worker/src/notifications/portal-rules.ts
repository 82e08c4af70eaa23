import { notifyBot } from "@botdeck/bots";
import { type Database, listRuleErrors, listRuleRows, type Portals } from "@botdeck/db";
import { type BrokenRule, type NamedRule, type RuleLanguage, rulesOfPortal } from "@botdeck/notifications";
import type { z } from "zod";

import { usableSettings } from "../portal-settings/usable-settings.ts";
import { remember } from "../remember.ts";

/** Whoever changes a rule is heard this much later at most, even when the notice of it is lost, in milliseconds. */
const KEPT_MS = 15_000;
/** Where people write Russian unless they show otherwise. */
const RUSSIAN = /\.(?:ru|by|kz|su|рф|xn--p1ai)$/i;

export type NotifySettings = z.output<NonNullable<typeof notifyBot.settings>>;

/** What a portal's notification bot goes by. */
export type PortalRules = {
  /** Null on a portal where it is not at work, or switched off. */
  bot: { id: string; name: string } | null;
  settings: NotifySettings;
  rules: readonly NamedRule[];
  /** Those that cannot be used. */
  broken: readonly BrokenRule[];
  owners: ReadonlyMap<string, string | null>;
  /** Rules that could not be evaluated the last time. */
  failing: ReadonlySet<string>;
  /** Of whoever has not spoken with the bot yet. */
  language: RuleLanguage;
};

export type RulesOf = { find(portalId: string): Promise<PortalRules>; forget(): void };

type Deps = { db: Database; portals: Pick<Portals, "botsOf" | "byId"> };

/** The rules of each portal by heart: every change of a record is looked at by them. */
export function createPortalRules({ db, portals }: Deps): RulesOf {
  const known = remember((portalId) => readPortalRules(portalId, { db, portals }), KEPT_MS);
  return { find: async (portalId) => (await known.find(portalId)) ?? NOBODY, forget: known.forget };
}

const NOBODY: PortalRules = {
  bot: null,
  settings: settingsOf({}),
  rules: [],
  broken: [],
  owners: new Map(),
  failing: new Set(),
  language: "en",
};

/** The rules of a portal as they are now. */
export async function readPortalRules(portalId: string, { db, portals }: Deps): Promise<PortalRules> {
  const [bots, portal] = await Promise.all([portals.botsOf(portalId), portals.byId(portalId)]);
  const bot = bots.find(({ code, state, isOn }) => code === notifyBot.code && state === "active" && isOn);
  if (bot === undefined || portal === null) return NOBODY;
  const [rows, errors] = await Promise.all([listRuleRows(db, portalId), listRuleErrors(db, portalId)]);
  return {
    bot: { id: bot.id, name: bot.name },
    settings: settingsOf(bot.settings),
    ...rulesOfPortal(rows),
    owners: new Map(rows.map(({ code, ownerId }) => [code, ownerId])),
    failing: new Set(errors.keys()),
    language: RUSSIAN.test(portal.domain) ? "ru" : "en",
  };
}

function settingsOf(stored: Record<string, unknown>): NotifySettings {
  return usableSettings(notifyBot, stored).settings as NotifySettings; // safe: they are by its own schema
}
