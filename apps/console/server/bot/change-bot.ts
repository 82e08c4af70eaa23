import { isDeepStrictEqual } from "node:util";

import { AppError } from "@botdeck/core";
import { type Actor, type DatabaseHandle, lockBot, noteActs, putBotSettings, setBotOn } from "@botdeck/db";
import type { z } from "zod";

import { tellOfPortals } from "../portal/change-portal.ts";
import { faultsOf, type SettingFault } from "./check-settings.ts";
import type { KnownBots } from "./known-bots.ts";
import type { PutSettings, SetBotOn } from "./schemas.ts";

type Db = DatabaseHandle["db"];
export type PutSettingsResult = { kind: "saved" } | { kind: "refused"; faults: SettingFault[] };

/**
 * Sets how a bot works on its portal. A field that is left out has its default.
 *
 * @throws AppError `unsupported` for a bot whose definition the console was not given, `conflict` when somebody else has changed the
 *   settings meanwhile.
 */
export async function putSettings(
  { db, bots }: { db: Db; bots: KnownBots },
  { botId, settings, before }: z.infer<typeof PutSettings>,
  actor: Actor,
): Promise<PutSettingsResult> {
  const result = await db.transaction(async (tx): Promise<PutSettingsResult> => {
    const bot = await lockBot(tx, botId);
    const schema = bots.of(bot.code)?.settings;
    if (schema === undefined)
      throw new AppError(
        "unsupported",
        "The console has no definition of this bot. Give it the module as well: its variable BOTDECK_BOTS.",
      );
    if (!isDeepStrictEqual(bot.settings, before)) {
      throw new AppError("conflict", "Somebody else has changed these settings meanwhile.");
    }
    const faults = faultsOf(schema, settings, bot.settings);
    if (faults.length > 0) return { kind: "refused", faults };
    if (isDeepStrictEqual(settings, bot.settings)) return { kind: "saved" };
    await putBotSettings(tx, botId, settings);
    const changed = (of: Record<string, unknown>, beside: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(of).filter(([name, value]) => !isDeepStrictEqual(value, beside[name])));
    const detail = {
      portalId: bot.portalId,
      bot: bot.code,
      before: changed(bot.settings, settings),
      after: changed(settings, bot.settings),
    };
    await noteActs(tx, actor, [{ action: "botSettings.set", subjectId: botId, detail }]);
    return { kind: "saved" };
  });
  if (result.kind === "saved") await tellOfPortals(db);
  return result;
}

/**
 * Switches a bot on or off on its portal.
 *
 * @throws AppError `conflict` for one to be switched off that its portal has not any more, and for one that somebody has switched so
 *   already: whoever wants it off has seen it on.
 */
export async function switchBot(
  db: Db,
  { botId, isOn, reason }: z.infer<typeof SetBotOn>,
  actor: Actor,
): Promise<void> {
  await db.transaction(async (tx) => {
    const bot = await lockBot(tx, botId);
    if (bot.isOn === isOn) {
      throw new AppError("conflict", `Somebody else was quicker: this bot is ${isOn ? "on" : "off"} by now.`);
    }
    // Switched on, one that was taken off is registered anew.
    if (bot.state === "removed" && !isOn) throw new AppError("conflict", "The portal has removed this bot.");
    await setBotOn(tx, botId, isOn);
    const detail = { portalId: bot.portalId, bot: bot.code, before: bot.isOn, after: isOn, reason };
    await noteActs(tx, actor, [{ action: isOn ? "bot.switchOn" : "bot.switchOff", subjectId: botId, detail }]);
  });
  await tellOfPortals(db);
}
