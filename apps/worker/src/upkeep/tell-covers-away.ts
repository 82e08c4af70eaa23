import { notifyBot, notifyTexts, timesIn } from "@botdeck/bots";
import {
  type CoverAway,
  coversAway,
  type DatabaseHandle,
  dialogLanguage,
  laneOf,
  noteAwayTold,
  putEffects,
  wakeDeliverer,
} from "@botdeck/db";
import { createTranslate, plainWords } from "@botdeck/dialog";

import { languageIn } from "../notifications/language-in.ts";
import type { RulesOf } from "../notifications/portal-rules.ts";
import type { DirectoryOf } from "../services/directories.ts";
import { nameInTime } from "../services/name-in-time.ts";
import type { OnCall } from "../services/on-call.ts";

const AT_ONCE = 200;

export type CoverDeps = {
  db: DatabaseHandle["db"];
  onCall: Pick<OnCall, "turns" | "isAway">;
  directoryOf: DirectoryOf;
  rules: Pick<RulesOf, "find">;
};

/**
 * Whoever took a turn over and was granted days off afterwards gives it back without a word: whoever wanted it taken over, and whoever is on
 * call instead, are told, once.
 *
 * @returns How many such turns were told.
 */
export async function tellCoversAway(deps: CoverDeps, now: Date): Promise<number> {
  const covers = await coversAway(deps.db, { now, botCode: notifyBot.code, limit: AT_ONCE });
  let told = 0;
  for (const cover of covers) told += (await tellOne(deps, cover, now)) ? 1 : 0;
  return told;
}

async function tellOne(deps: CoverDeps, { override, rota, botId }: CoverAway, now: Date): Promise<boolean> {
  const { db, onCall, directoryOf, rules } = deps;
  const { portalId, timeZone } = rota;
  const { id, userId, userName, askedById, untilAt } = override;
  const span = { fromAt: override.fromAt > now ? override.fromAt : now, untilAt };
  const all = await onCall.turns(rota, span, { thoughAway: userId });
  const theirs = all.filter((turn) => turn.userId === userId);
  if (theirs.length === 0 || !(await onCall.isAway(rota, userId, theirs))) return false;

  const instead = new Set<string>();
  for (const part of theirs) {
    for (const turn of await onCall.turns(rota, part)) {
      if (turn.userId !== null && turn.userId !== userId) instead.add(turn.userId);
    }
  }
  const names = await Promise.all(
    [...instead].map(async (person) => plainWords((await nameInTime(directoryOf, portalId, person)) || person)),
  );
  const portal = await rules.find(portalId);
  const times = theirs.map(({ fromAt, untilAt: until }) => ({
    from: fromAt.toISOString(),
    until: until.toISOString(),
  }));
  const effects = await Promise.all(
    [...new Set([...(askedById === userId ? [] : [askedById]), ...instead])].map(async (dialogId) => {
      const language = languageIn(await dialogLanguage(db, { botId, dialogId }), portal);
      const t = createTranslate(notifyTexts, language);
      const words = {
        name: plainWords(userName),
        rota: plainWords(rota.name),
        times: timesIn(times, timeZone, language),
        who: names.join(", "),
      };
      return {
        key: `cover:${id}:away:${dialogId}`,
        portalId,
        botId,
        conversationId: null,
        lane: laneOf({ botId, dialog: { id: dialogId } }),
        effect: {
          kind: "chat.send" as const,
          dialogId,
          text: t(names.length === 0 ? "coverAwayNobody" : "coverAway", words),
        },
      };
    }),
  );
  return await db.transaction(async (tx) => {
    if (!(await noteAwayTold(tx, id))) return false;
    await putEffects(tx, effects);
    await wakeDeliverer(tx);
    return true;
  });
}
