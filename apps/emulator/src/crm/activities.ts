import { announce } from "../events/app-events.ts";
import type { Portal } from "../portal.ts";
import type { Activity, CrmRecord } from "../state/crm.ts";
import { nextId } from "../state/state.ts";
import { isoDate } from "../wire/iso-date.ts";
import { findRecord, kindOf } from "./entity-kind.ts";
import { markActivity } from "./update-record.ts";

/** What makes an activity; the rest has a default. */
export type NewActivity = Pick<Activity, "ownerTypeId" | "ownerId" | "typeId" | "subject" | "responsibleId"> &
  Partial<Activity>;

const PLAIN_TEXT = 1;
const NORMAL = 2;

/** Adds a call, meeting, letter or to-do to an entity, and moves the entity's last activity. */
export function addActivity(portal: Portal, given: NewActivity, userId: number): Activity {
  const at = isoDate(portal.now());
  const activity: Activity = {
    bindings: [{ entityTypeId: given.ownerTypeId, entityId: given.ownerId }],
    providerId: null,
    providerTypeId: null,
    description: "",
    descriptionType: PLAIN_TEXT,
    isCompleted: false,
    priority: NORMAL,
    direction: 0,
    startTime: null,
    endTime: null,
    deadline: null,
    communications: [],
    fileIds: [],
    more: {},
    ...given,
    id: nextId(portal.state, "activity"),
    authorId: userId,
    editorId: userId,
    createdTime: at,
    updatedTime: at,
  };
  portal.state.activities.set(activity.id, activity);
  for (const record of boundRecords(portal, activity)) markActivity(portal, record, userId);
  announceActivity(portal, activity, "ADD", userId);
  return activity;
}

export function updateActivity(portal: Portal, activity: Activity, change: Partial<Activity>, userId: number): void {
  Object.assign(activity, change, { updatedTime: isoDate(portal.now()), editorId: userId });
  for (const record of boundRecords(portal, activity)) markActivity(portal, record, userId);
  announceActivity(portal, activity, "UPDATE", userId);
}

export function deleteActivity(portal: Portal, activity: Activity, userId: number): void {
  portal.state.activities.delete(activity.id);
  announceActivity(portal, activity, "DELETE", userId);
}

/** The entities that an activity belongs to. */
export function boundRecords({ state }: Portal, { bindings }: Activity): CrmRecord[] {
  return bindings.flatMap(({ entityTypeId, entityId }) => {
    const kind = kindOf(state, entityTypeId);
    const record = kind === null ? null : findRecord(state, kind, entityId);
    return record === null ? [] : [record];
  });
}

function announceActivity(portal: Portal, { id }: Activity, change: "ADD" | "UPDATE" | "DELETE", userId: number): void {
  announce(portal, `ONCRMACTIVITY${change}`, { FIELDS: { ID: id } }, userId);
}
