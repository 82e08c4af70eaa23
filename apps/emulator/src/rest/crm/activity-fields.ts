type Description = Record<string, unknown>;

function field(type: string, title: string, marks: Description = {}): Description {
  const none = { isRequired: false, isReadOnly: false, isImmutable: false, isMultiple: false, isDynamic: false };
  return { type, ...none, ...marks, title };
}

const READ_ONLY = { isReadOnly: true };
const IMMUTABLE = { isImmutable: true };
const REQUIRED = { isRequired: true };
const MULTIPLE = { isMultiple: true };

/** The answer of `crm.activity.fields`. */
export const ACTIVITY_FIELDS: Readonly<Record<string, Description>> = {
  ID: field("integer", "ID", READ_ONLY),
  OWNER_ID: field("integer", "Owner ID", IMMUTABLE),
  OWNER_TYPE_ID: field("crm_enum_ownertype", "Owner type", IMMUTABLE),
  TYPE_ID: field("crm_enum_activitytype", "Type", { ...REQUIRED, ...IMMUTABLE }),
  PROVIDER_ID: field("string", "Provider ID"),
  PROVIDER_TYPE_ID: field("string", "Provider type"),
  PROVIDER_GROUP_ID: field("string", "Connector type"),
  ASSOCIATED_ENTITY_ID: field("integer", "Entity linked to the activity", READ_ONLY),
  SUBJECT: field("string", "Subject", REQUIRED),
  START_TIME: field("datetime", "Start"),
  END_TIME: field("datetime", "End"),
  DEADLINE: field("datetime", "Deadline"),
  COMPLETED: field("char", "Completed"),
  STATUS: field("crm_enum_activitystatus", "Status"),
  RESPONSIBLE_ID: field("user", "Responsible", REQUIRED),
  PRIORITY: field("crm_enum_activitypriority", "Priority"),
  NOTIFY_TYPE: field("crm_enum_activitynotifytype", "Notification type"),
  NOTIFY_VALUE: field("integer", "Notification parameter"),
  DESCRIPTION: field("string", "Description"),
  DESCRIPTION_TYPE: field("crm_enum_contenttype", "Description type"),
  DIRECTION: field("crm_enum_activitydirection", "Direction"),
  LOCATION: field("string", "Location"),
  CREATED: field("datetime", "Created on", READ_ONLY),
  AUTHOR_ID: field("user", "Created by", READ_ONLY),
  LAST_UPDATED: field("datetime", "Modified on", READ_ONLY),
  EDITOR_ID: field("user", "Modified by", READ_ONLY),
  SETTINGS: field("object", "Settings"),
  ORIGIN_ID: field("string", "Item ID in the external source"),
  ORIGINATOR_ID: field("string", "External source"),
  RESULT_STATUS: field("integer", "RESULT_STATUS"),
  RESULT_STREAM: field("integer", "RESULT_STREAM"),
  RESULT_SOURCE_ID: field("string", "RESULT_SOURCE_ID"),
  PROVIDER_PARAMS: field("object", "Provider parameters"),
  PROVIDER_DATA: field("string", "Provider data"),
  RESULT_MARK: field("integer", "RESULT_MARK"),
  RESULT_VALUE: field("double", "RESULT_VALUE"),
  RESULT_SUM: field("double", "RESULT_SUM"),
  RESULT_CURRENCY_ID: field("string", "RESULT_CURRENCY_ID"),
  AUTOCOMPLETE_RULE: field("integer", "Autocomplete"),
  BINDINGS: field("crm_activity_binding", "Bindings", { ...READ_ONLY, ...MULTIPLE }),
  COMMUNICATIONS: field("crm_activity_communication", "Communication channel", { ...REQUIRED, ...MULTIPLE }),
  FILES: field("diskfile", "Files", MULTIPLE),
  WEBDAV_ELEMENTS: field("diskfile", "Added files", { ...MULTIPLE, isDeprecated: true }),
  IS_INCOMING_CHANNEL: field("char", "IS_INCOMING_CHANNEL", READ_ONLY),
};
