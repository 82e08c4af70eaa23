import { notifyBot, type NotifyTextKey, notifyTexts, timesIn } from "@botdeck/bots";
import { AppError } from "@botdeck/core";
import {
  type Actor,
  addOverride,
  cancelOverride,
  type DatabaseHandle,
  dialogLanguage,
  laneOf,
  listPortalBots,
  lockRota,
  namesOfPeople,
  noteActs,
  overrideOfStep,
  putEffects,
  type Rota,
  standingOverrides,
  type Transaction,
  wakeDeliverer,
} from "@botdeck/db";
import { personOf } from "@botdeck/desk";
import { createTranslate, type Language, plainWords } from "@botdeck/dialog";
import { turnsIn } from "@botdeck/notifications";
import type { z } from "zod";

import { awayBetween } from "./away-between.ts";
import { questionOf } from "./question-of.ts";
import type { CancelOverride, GiveTurn } from "./schemas.ts";

type Db = DatabaseHandle["db"];

/** Portals whose people are written to in Russian as long as they have not written themselves. */
const RUSSIAN = /\.(?:ru|by|kz|su|рф|xn--p1ai)$/i;

/**
 * Puts somebody on call for a stretch, whoever it was, and tells them and whoever it is taken from, as `/oncall give` does.
 *
 * @throws AppError `not_found` for a rota that the portal does not have, `invalid` for a stretch that is over or ends before it begins.
 */
export async function giveTurn(
  db: Db,
  input: z.infer<typeof GiveTurn>,
  actor: Actor,
  now: Date,
): Promise<{ id: string }> {
  const { portalId, rotaId, personId, fromAt, untilAt, pressId } = input;
  if (untilAt <= fromAt) throw new AppError("invalid", "The end has to be later than the beginning.");
  if (untilAt <= now) throw new AppError("invalid", "That is over.");
  const made = await db.transaction(async (tx) => {
    const rota = await lockRota(tx, { id: rotaId, portalId });
    if (rota === null) throw new AppError("not_found", "This rota is not there, or no longer.");
    const sourceKey = `desk:${pressId}`;
    const known = await overrideOfStep(tx, sourceKey);
    if (known !== null) return { id: known.id };
    const by = await personOf(tx, actor, portalId);
    const userName = (await namesOfPeople(tx, portalId, [personId])).get(personId) ?? personId;
    const losers = await onCallIn(tx, rota, { fromAt: fromAt > now ? fromAt : now, untilAt });
    const asked = { askedById: by.personId, askedByName: by.personName, state: "agreed" as const, sourceKey };
    const override = await addOverride(tx, { rotaId, userId: personId, userName, fromAt, untilAt, ...asked });
    const times = [{ from: fromAt.toISOString(), until: untilAt.toISOString() }];
    await tell(tx, rota, sourceKey, [
      { to: personId, key: "givenTo", values: { by: plainWords(by.personName) }, times },
      ...losers
        .filter((loser) => loser !== personId)
        .map((to) => ({ to, key: "takenFrom" as const, values: { name: plainWords(userName) }, times })),
    ]);
    const detail = { portalId, rota: rota.name, personId, ...times[0] };
    await noteActs(tx, actor, [{ action: "rota.give", subjectId: rotaId, detail }]);
    return { id: override.id };
  });
  await wakeDeliverer(db);
  return made;
}

/**
 * Takes back what somebody took over, or was offered, and tells them.
 *
 * @throws AppError `not_found` for one that does not stand any more.
 */
export async function takeBack(db: Db, input: z.infer<typeof CancelOverride>, actor: Actor, now: Date): Promise<void> {
  const { portalId, overrideId, reason } = input;
  await db.transaction(async (tx) => {
    const cancelled = await cancelOverride(tx, { id: overrideId, portalId, now });
    if (cancelled === null) throw new AppError("not_found", "This swap is over, or was taken back already.");
    const { override, rota } = cancelled;
    const by = await personOf(tx, actor, portalId);
    const times = [{ from: override.fromAt.toISOString(), until: override.untilAt.toISOString() }];
    const values = { name: plainWords(by.personName) };
    await tell(tx, rota, `desk:cancel:${overrideId}`, [{ to: override.userId, key: "takenBackTo", values, times }]);
    const detail = {
      portalId,
      rota: rota.name,
      reason,
      before: override.state,
      personId: override.userId,
      ...times[0],
    };
    await noteActs(tx, actor, [{ action: "rota.takeBack", subjectId: rota.id, detail }]);
  });
  await wakeDeliverer(db);
}

async function onCallIn(tx: Transaction, rota: Rota, span: { fromAt: Date; untilAt: Date }): Promise<string[]> {
  const overrides = await standingOverrides(tx, [rota.id], span);
  const question = questionOf({ rota, overrides, away: await awayBetween(tx, rota.portalId, span) });
  const turns = question === null ? [] : turnsIn(question, span);
  return [...new Set(turns.flatMap(({ userId }) => userId ?? []))];
}

type Word = {
  to: string;
  key: NotifyTextKey;
  values: Record<string, string>;
  times: readonly { from: string; until: string }[];
};

/** Tells people by the portal's bot of notifications; a portal that has none tells nobody. */
async function tell(tx: Transaction, rota: Rota, key: string, words: readonly Word[]): Promise<void> {
  const { portalId, timeZone } = rota;
  const bot = (await listPortalBots(tx, portalId)).find(({ code }) => code === notifyBot.code);
  if (bot === undefined) return;
  const byDomain: Language = RUSSIAN.test(bot.portalDomain) ? "ru" : "en";
  const effects = await Promise.all(
    words.map(async ({ to, key: text, values, times }) => {
      const known = await dialogLanguage(tx, { botId: bot.id, dialogId: to });
      const language: Language = known === "ru" || known === "en" ? known : byDomain;
      const said = { ...values, rota: plainWords(rota.name), times: timesIn(times, timeZone, language) };
      return {
        key: `${key}:${to}`,
        portalId,
        botId: bot.id,
        conversationId: null,
        lane: laneOf({ botId: bot.id, dialog: { id: to } }),
        effect: {
          kind: "chat.send" as const,
          dialogId: to,
          text: createTranslate(notifyTexts, language)(text, said),
        },
      };
    }),
  );
  await putEffects(tx, effects);
}
