import { AppError } from "@botdeck/core";
import { type Actor, createTextOverrides, type DatabaseHandle, lockBot, noteActs, type PortalBot } from "@botdeck/db";
import { checkText, type TextProblem } from "@botdeck/dialog";
import type { z } from "zod";

import type { KnownBots } from "./known-bots.ts";
import type { PutText } from "./schemas.ts";

export type PutTextResult = { kind: "saved" } | { kind: "refused"; problem: TextProblem };

/**
 * Says a text in a portal's own words, or in the bot's again, and writes down who did it.
 *
 * @throws AppError `not_found` for a text that the bot does not have, `conflict` when somebody else has changed it meanwhile.
 */
export async function putText(
  { db, bots }: { db: DatabaseHandle["db"]; bots: KnownBots },
  bot: PortalBot,
  { language, key, text, before }: z.infer<typeof PutText>,
  actor: Actor,
): Promise<PutTextResult> {
  const { portalId, code: botCode } = bot;
  const texts = bots.of(botCode)?.texts[language] ?? {};
  const own = Object.hasOwn(texts, key) ? texts[key] : undefined;
  if (own === undefined) throw new AppError("not_found", "The bot has no such text, or no longer.");
  // To write the bot's own words is to take them back.
  const words = text === own ? null : text;
  const problem = words === null ? null : checkText(words, own, language);
  if (problem !== null) return { kind: "refused", problem };
  await db.transaction(async (tx) => {
    // Of two people at once the second sees what the first has written.
    await lockBot(tx, bot.id);
    const overrides = createTextOverrides(tx);
    const now = (await overrides.ofBot(portalId, botCode))[language]?.[key] ?? null;
    if (now !== before) throw new AppError("conflict", "Somebody else has changed this text meanwhile.");
    if (now === words) return;
    await overrides.put({ portalId, botCode, language, key, text: words, updatedBy: actor.id });
    const action = words === null ? "botText.reset" : "botText.change";
    const detail = { portalId, botCode, language, key, before: now, after: words };
    await noteActs(tx, actor, [{ action, subjectId: bot.id, detail }]);
  });
  return { kind: "saved" };
}
