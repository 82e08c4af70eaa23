import { endOfSpan } from "@botdeck/bots";
import { AppError } from "@botdeck/core";
import {
  type Actor,
  type AlertAnswer,
  announce,
  type DatabaseHandle,
  readAlertGroup,
  wakeDeliverer,
} from "@botdeck/db";
import { type AlertPressed, answerAlertGroup } from "@botdeck/desk";
import type { z } from "zod";

import { notifySettings } from "../notification/notify-settings.ts";
import type { PressAlert, SilenceAlert } from "./schemas.ts";

type Db = DatabaseHandle["db"];
type Press = z.infer<typeof PressAlert>;

/** Whoever is first has it; nobody is paged any more. */
export function acknowledge(db: Db, actor: Actor, press: Press): Promise<AlertPressed> {
  return answer(db, actor, press, { kind: "acknowledged" }, "alert.acknowledge");
}

/** The next level is paged at once, whoever has it now. */
export function escalate(db: Db, actor: Actor, press: Press): Promise<AlertPressed> {
  return answer(db, actor, press, { kind: "escalated" }, "alert.escalate");
}

/** Nobody is paged until the time is over, or it has recovered. */
export async function silence(
  db: Db,
  actor: Actor,
  { span, ...press }: z.infer<typeof SilenceAlert>,
  now: Date,
): Promise<AlertPressed> {
  const until = span === "recovery" ? null : await endOf(db, press.groupId, span, now);
  return await answer(db, actor, press, { kind: "silenced", until }, "alert.silence");
}

/**
 * Ends a silence: it is one until now. What happens when its time is over happens then: it pages anew if it still fires.
 *
 * @throws AppError `conflict` when the group is not silenced any more.
 */
export async function endSilence(db: Db, actor: Actor, press: Press, now: Date): Promise<AlertPressed> {
  const group = await groupOf(db, press.groupId);
  if (group.state !== "silenced") throw new AppError("conflict", "This group is not silenced any more.");
  return await answer(db, actor, press, { kind: "silenced", until: now }, "alert.endSilence");
}

async function answer(db: Db, actor: Actor, press: Press, given: AlertAnswer, action: string): Promise<AlertPressed> {
  const pressed = await db.transaction((tx) => answerAlertGroup(tx, actor, press, given, action));
  await Promise.all([wakeDeliverer(db), announce(db, "botdeck_desk", ["alerts"])]);
  return pressed;
}

async function endOf(db: Db, groupId: string, span: "morning" | { hours: number }, now: Date): Promise<Date> {
  const { timeZone } = await notifySettings(db, (await groupOf(db, groupId)).portalId);
  const end = endOfSpan(span === "morning" ? span : `${span.hours}h`, { now, timeZone });
  if (end === null) throw new AppError("invariant", "A silence of a known length has no end");
  return end;
}

async function groupOf(db: Db, id: string) {
  const group = await readAlertGroup(db, { id });
  if (group === null) throw new AppError("not_found", "This group of alerts is not there, or no longer.");
  return group;
}
