import { momentIn, notifyBot, type NotifyTextKey, notifyTexts } from "@botdeck/bots";
import {
  databaseNow,
  type DatabaseHandle,
  dialogLanguage,
  dueRotas,
  isDatabaseAway,
  laneOf,
  noteTold,
  openAlerts,
  putEffects,
  type Rota,
  wakeDeliverer,
} from "@botdeck/db";
import { createTranslate, type Language, plainWords, type Translate } from "@botdeck/dialog";
import type { Logger } from "@botdeck/telemetry";

import { languageIn } from "../notifications/language-in.ts";
import type { RulesOf } from "../notifications/portal-rules.ts";
import { keepLooking } from "../roles/keep-looking.ts";
import type { Role } from "../roles/role.ts";
import type { DirectoryOf } from "../services/directories.ts";
import { nameInTime } from "../services/name-in-time.ts";
import type { OnCall } from "../services/on-call.ts";
import { tellCoversAway } from "./tell-covers-away.ts";

const EVERY_MS = 15_000;
const AT_ONCE = 50;
/** Days off that are granted meanwhile change who is next: so long a known hand-over is not looked at again. */
const LOOK_AGAIN_MS = 10 * 60_000;
const MOST_ALERTS = 5;

type Deps = {
  db: DatabaseHandle["db"];
  onCall: Pick<OnCall, "of" | "turns" | "isAway">;
  directoryOf: DirectoryOf;
  rules: Pick<RulesOf, "find">;
  logger: Logger;
};

/**
 * Tells people when their turn on call begins and ends, and when whoever took one over will be away. After an outage they are told once
 * who it is now.
 */
export function startRotaHandOvers(deps: Deps): Role {
  const look = async () => {
    const now = await databaseNow(deps.db);
    await tellHandOvers(deps, now);
    await tellCoversAway(deps, now);
  };
  return keepLooking("hand-overs of rotas", look, deps.logger, EVERY_MS);
}

/** @returns How many rotas were looked at. */
export async function tellHandOvers(deps: Deps, now: Date): Promise<number> {
  const due = await dueRotas(deps.db, { now, botCode: notifyBot.code, limit: AT_ONCE });
  for (const { rota, botId } of due) {
    try {
      await tellOne(deps, rota, botId, now);
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      deps.logger.error({ err: error, rotaId: rota.id }, "a rota's hand-over could not be told: it is tried again");
    }
  }
  return due.length;
}

/** `until` is null where nobody knows of a change. */
type Change = { before: string | null; after: string | null; until: Date | null };

async function tellOne(deps: Deps, rota: Rota, botId: string, now: Date): Promise<void> {
  const { db, onCall } = deps;
  const { userIds, until, changes } = await onCall.of(rota, now);
  const after = userIds[0] ?? null;
  // As it was told, and not as it would be reckoned now: absences, overrides and the rota itself change meanwhile.
  const before = rota.toldUserIds?.[0] ?? null;
  const words =
    before === after ? [] : await wordsFor(deps, { rota, botId }, { before, after, until: changes ? until : null });
  const lookAt = new Date(Math.min(until.getTime(), now.getTime() + LOOK_AGAIN_MS));
  await db.transaction(async (tx) => {
    if (!(await noteTold(tx, rota, { userIds, until: lookAt })) || words.length === 0) return;
    // Who it is now stands in it, for one moment may be looked at twice: a swap is agreed to after it has begun.
    const step = `rota:${rota.id}:${(rota.toldUntil ?? rota.updatedAt).toISOString()}:${after ?? ""}`;
    const { portalId } = rota;
    const effects = words.map(({ dialogId, text }) => ({
      key: `${step}:${dialogId}`,
      portalId,
      botId,
      conversationId: null,
      lane: laneOf({ botId, dialog: { id: dialogId } }),
      effect: { kind: "chat.send" as const, dialogId, text },
    }));
    await putEffects(tx, effects);
    await wakeDeliverer(tx);
  });
}

type Words = { dialogId: string; text: string };

async function wordsFor(
  { db, directoryOf, rules }: Deps,
  { rota, botId }: { rota: Rota; botId: string },
  { before, after, until }: Change,
): Promise<Words[]> {
  const { portalId, timeZone, dialogId: chat } = rota;
  const [name, portal, open] = await Promise.all([
    after === null ? "" : nameInTime(directoryOf, portalId, after),
    rules.find(portalId),
    openAlerts(db, portalId, { mostTitles: MOST_ALERTS }),
  ]);
  const say = async (dialogId: string | null, words: (t: Translate<NotifyTextKey>, language: Language) => string) => {
    if (dialogId === null) return [];
    const known = await dialogLanguage(db, { botId, dialogId });
    const language = languageIn(known, portal);
    return [{ dialogId, text: words(createTranslate(notifyTexts, language), language) }];
  };
  const facts = (language: Language) => ({
    rota: plainWords(rota.name),
    name: plainWords(name || (after ?? "")),
    until: until === null ? "none" : momentIn(until.toISOString(), timeZone, language),
  });
  const shown = open.titles.map(plainWords);
  const titles = [...shown, ...(open.count > shown.length ? ["…"] : [])].join("; ");
  const told = await Promise.all([
    say(after, (t, language) =>
      [
        t("turnBegins", facts(language)),
        ...(open.count === 0 ? [] : [t("turnBeginsOpen", { count: open.count, titles })]),
      ].join("\n"),
    ),
    say(before, (t, language) => t(after === null ? "turnEndsNobody" : "turnEnds", facts(language))),
    say(chat, (t, language) => t(after === null ? "turnChangedNobody" : "turnChanged", facts(language))),
  ]);
  return told.flat();
}
