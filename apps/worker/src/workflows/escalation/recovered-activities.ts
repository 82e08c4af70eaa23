import { type DatabaseHandle, readAlertGroup, timelineOf, wakeDeliverer } from "@botdeck/db";
import { plainWords } from "@botdeck/dialog";

import type { AlertVoice } from "./alert-voice.ts";
import type { About } from "./run.ts";

const MINUTE_MS = 60_000;

export type RecoveredDeps = { db: DatabaseHandle["db"]; currentWorkflowId: () => string; voice: AlertVoice };

export function createRecoveredActivities({ db, currentWorkflowId, voice }: RecoveredDeps) {
  return {
    /** Whoever was paged hears that it is over; the cards say so by themselves. */
    async tellRecovered({ groupId, episode }: About): Promise<void> {
      const workflowId = currentWorkflowId();
      const group = await readAlertGroup(db, { id: groupId });
      if (group === null) return;
      const events = await timelineOf(db, { groupId, episode });
      const paged = events.filter(({ kind }) => kind === "paged" || kind === "fallback");
      const dialogs = new Set(
        paged.flatMap(({ facts }) => (facts["dialogId"] == null ? [] : [String(facts["dialogId"])])),
      );
      // A group that fires anew by now knows no more when this episode began.
      const isOurs = group.episode === episode;
      const from = isOurs ? group.firstAt : (events[0]?.at ?? group.firstAt);
      const until = (isOurs ? group.resolvedAt : events.at(-1)?.at) ?? group.lastAt;
      const minutes = Math.max(0, Math.round((until.getTime() - from.getTime()) / MINUTE_MS));
      await db.transaction(async (tx) => {
        for (const dialogId of dialogs) {
          const place = { key: `${workflowId}:recovered:${dialogId}`, dialogId };
          await voice.say(tx, group, place, (t) => t("pageRecovered", { title: plainWords(group.title), minutes }));
        }
        if (dialogs.size > 0) await wakeDeliverer(tx);
      });
    },
  };
}
