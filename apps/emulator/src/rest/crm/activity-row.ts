import type { Activity } from "../../state/crm.ts";

type Row = Record<string, unknown>;

const WAITING = "1";
const DONE = "2";

/** An activity as the methods answer it. Bitrix24 docs: crm.activity.get. */
export function activityRow(activity: Activity): Row {
  const { more } = activity;
  return {
    ID: String(activity.id),
    OWNER_ID: String(activity.ownerId),
    OWNER_TYPE_ID: String(activity.ownerTypeId),
    TYPE_ID: String(activity.typeId),
    PROVIDER_ID: activity.providerId,
    PROVIDER_TYPE_ID: activity.providerTypeId,
    PROVIDER_GROUP_ID: more["PROVIDER_GROUP_ID"] ?? null,
    ASSOCIATED_ENTITY_ID: String(more["ASSOCIATED_ENTITY_ID"] ?? "0"),
    SUBJECT: activity.subject,
    CREATED: activity.createdTime,
    LAST_UPDATED: activity.updatedTime,
    START_TIME: activity.startTime ?? "",
    END_TIME: activity.endTime ?? "",
    DEADLINE: activity.deadline ?? "",
    COMPLETED: activity.isCompleted ? "Y" : "N",
    STATUS: activity.isCompleted ? DONE : WAITING,
    RESPONSIBLE_ID: String(activity.responsibleId),
    PRIORITY: String(activity.priority),
    NOTIFY_TYPE: String(more["NOTIFY_TYPE"] ?? "0"),
    NOTIFY_VALUE: String(more["NOTIFY_VALUE"] ?? "0"),
    DESCRIPTION: activity.description,
    DESCRIPTION_TYPE: String(activity.descriptionType),
    DIRECTION: String(activity.direction),
    LOCATION: String(more["LOCATION"] ?? ""),
    SETTINGS: more["SETTINGS"] ?? [],
    ORIGINATOR_ID: more["ORIGINATOR_ID"] ?? null,
    ORIGIN_ID: more["ORIGIN_ID"] ?? null,
    AUTHOR_ID: String(activity.authorId),
    EDITOR_ID: String(activity.editorId),
    PROVIDER_PARAMS: more["PROVIDER_PARAMS"] ?? [],
    PROVIDER_DATA: more["PROVIDER_DATA"] ?? null,
    RESULT_MARK: "0",
    RESULT_VALUE: null,
    RESULT_SUM: null,
    RESULT_CURRENCY_ID: null,
    RESULT_STATUS: "0",
    RESULT_STREAM: "0",
    RESULT_SOURCE_ID: null,
    AUTOCOMPLETE_RULE: "0",
    IS_INCOMING_CHANNEL: more["IS_INCOMING_CHANNEL"] ?? "N",
  };
}

/** What a list was asked for. Communications, bindings and files come only by name. */
export function selectedActivity(activity: Activity, select: readonly string[]): Row {
  const row = activityRow(activity);
  const isAll = select.length === 0 || select.includes("*");
  const plain = isAll ? row : Object.fromEntries(Object.entries(row).filter(([name]) => isWanted(name, select)));
  return {
    ...plain,
    ...(select.includes("COMMUNICATIONS") && { COMMUNICATIONS: communications(activity) }),
    ...(select.includes("BINDINGS") && { BINDINGS: bindings(activity) }),
    ...(select.includes("FILES") && { FILES: activity.fileIds.map((id) => ({ id })) }),
  };
}

function isWanted(name: string, select: readonly string[]): boolean {
  return name === "ID" || select.includes(name);
}

function communications({ id, communications: given }: Activity): Row[] {
  return given.map((one, index) => ({ ID: String(index + 1), ACTIVITY_ID: String(id), ...one }));
}

function bindings({ bindings: given }: Activity): Row[] {
  return given.map(({ entityTypeId, entityId }) => ({
    OWNER_TYPE_ID: String(entityTypeId),
    OWNER_ID: String(entityId),
  }));
}
