// Written by `pnpm generate:methods` from the data of @botdeck/b24-spec. Do not edit.

import type { YesNo } from "../yes-no.ts";

export interface CrmMethods {
  /** Bitrix24 docs: crm/timeline/activities/activity-base/crm-activity-add Superseded by crm.activity.todo.add. */
  "crm.activity.add": {
    params: {
      fields: {
        OWNER_ID: number | string;
        OWNER_TYPE_ID: number | string;
        TYPE_ID: number | string;
        ASSOCIATED_ENTITY_ID?: number | string | undefined;
        COMMUNICATIONS: Readonly<Record<string, unknown>>;
        DEADLINE?: string | undefined;
        DESCRIPTION?: string | undefined;
        DESCRIPTION_TYPE?: unknown | undefined;
        DIRECTION?: unknown | undefined;
        END_TIME?: string | undefined;
        FILES?: unknown | undefined;
        LOCATION?: string | undefined;
        NOTIFY_TYPE?: unknown | undefined;
        ORIGINATOR_ID?: string | undefined;
        ORIGIN_ID?: string | undefined;
        ORIGIN_VERSION?: string | undefined;
        PRIORITY?: unknown | undefined;
        PROVIDER_DATA?: string | undefined;
        PROVIDER_GROUP_ID?: string | undefined;
        PROVIDER_ID?: string | undefined;
        PROVIDER_TYPE_ID?: string | undefined;
        PROVIDER_PARAMS?: Readonly<Record<string, unknown>> | undefined;
        RESPONSIBLE_ID: number | string;
        SETTINGS?: Readonly<Record<string, unknown>> | undefined;
        START_TIME?: string | undefined;
        STATUS?: unknown | undefined;
        SUBJECT?: string | undefined;
        WEBDAV_ELEMENTS?: unknown | undefined;
        IS_INCOMING_CHANNEL?: YesNo | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: string;
  };
  /** Bitrix24 docs: crm/timeline/activities/binding/crm-activity-binding-add */
  "crm.activity.binding.add": {
    params: {
      activityId: number | string;
      entityTypeId: number | string;
      entityId: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: crm/timeline/activities/binding/crm-activity-binding-delete */
  "crm.activity.binding.delete": {
    params: {
      activityId: number | string;
      entityTypeId: number | string;
      entityId: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: crm/timeline/activities/binding/crm-activity-binding-list */
  "crm.activity.binding.list": {
    params: {
      activityId: number | string;
    };
    result: {
      entityTypeId?: string | null;
      entityId?: string | null;
    }[];
  };
  /** Bitrix24 docs: crm/timeline/activities/activity-base/crm-activity-delete */
  "crm.activity.delete": {
    params: {
      id: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: crm/timeline/activities/activity-base/crm-activity-fields */
  "crm.activity.fields": {
    params: Record<never, never>;
    result: {
      ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      OWNER_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      OWNER_TYPE_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      TYPE_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      PROVIDER_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      PROVIDER_TYPE_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      PROVIDER_GROUP_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      ASSOCIATED_ENTITY_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      SUBJECT?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      START_TIME?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      END_TIME?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      DEADLINE?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      COMPLETED?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      STATUS?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      RESPONSIBLE_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      PRIORITY?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      NOTIFY_TYPE?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      NOTIFY_VALUE?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      DESCRIPTION?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      DESCRIPTION_TYPE?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      DIRECTION?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      LOCATION?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      CREATED?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      AUTHOR_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      LAST_UPDATED?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      EDITOR_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      SETTINGS?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      ORIGIN_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      ORIGINATOR_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      RESULT_STATUS?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      RESULT_STREAM?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      RESULT_SOURCE_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      PROVIDER_PARAMS?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      PROVIDER_DATA?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      RESULT_MARK?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      RESULT_VALUE?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      RESULT_SUM?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      RESULT_CURRENCY_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      AUTOCOMPLETE_RULE?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      BINDINGS?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      COMMUNICATIONS?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      FILES?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      WEBDAV_ELEMENTS?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        isDeprecated?: boolean | null;
        title?: string | null;
      } | null;
      IS_INCOMING_CHANNEL?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: crm/timeline/activities/activity-base/crm-activity-get */
  "crm.activity.get": {
    params: {
      id: number | string;
    };
    result: {
      ID?: string | null;
      OWNER_ID?: string | null;
      OWNER_TYPE_ID?: string | null;
      TYPE_ID?: string | null;
      PROVIDER_ID?: string | null;
      PROVIDER_TYPE_ID?: string | null;
      PROVIDER_GROUP_ID?: string | null;
      ASSOCIATED_ENTITY_ID?: string | null;
      SUBJECT?: string | null;
      CREATED?: string | null;
      LAST_UPDATED?: string | null;
      START_TIME?: string | null;
      END_TIME?: string | null;
      DEADLINE?: string | null;
      COMPLETED?: boolean | null;
      STATUS?: string | null;
      RESPONSIBLE_ID?: string | null;
      PRIORITY?: string | null;
      NOTIFY_TYPE?: string | null;
      NOTIFY_VALUE?: string | null;
      DESCRIPTION?: string | null;
      DESCRIPTION_TYPE?: string | null;
      DIRECTION?: string | null;
      LOCATION?: string | null;
      SETTINGS?: unknown;
      ORIGINATOR_ID?: string | null;
      ORIGIN_ID?: string | null;
      AUTHOR_ID?: string | null;
      EDITOR_ID?: string | null;
      PROVIDER_PARAMS?: unknown;
      PROVIDER_DATA?: string | null;
      RESULT_MARK?: string | null;
      RESULT_VALUE?: unknown;
      RESULT_SUM?: unknown;
      RESULT_CURRENCY_ID?: string | null;
      RESULT_STATUS?: string | null;
      RESULT_STREAM?: string | null;
      RESULT_SOURCE_ID?: string | null;
      AUTOCOMPLETE_RULE?: string | null;
    };
  };
  /** Bitrix24 docs: crm/timeline/activities/activity-base/crm-activity-list */
  "crm.activity.list": {
    params: {
      select?: readonly unknown[] | undefined;
      filter?: Readonly<Record<string, unknown>> | undefined;
      order?: Readonly<Record<string, unknown>> | undefined;
      start?: number | string | undefined;
    };
    result: {
      ID?: string | null;
      OWNER_ID?: string | null;
      OWNER_TYPE_ID?: string | null;
      TYPE_ID?: string | null;
      PROVIDER_ID?: string | null;
      PROVIDER_TYPE_ID?: string | null;
      SUBJECT?: string | null;
      CREATED?: string | null;
      LAST_UPDATED?: string | null;
      START_TIME?: string | null;
      END_TIME?: string | null;
      DEADLINE?: string | null;
      COMPLETED?: boolean | null;
      STATUS?: string | null;
      RESPONSIBLE_ID?: string | null;
      PRIORITY?: string | null;
      DESCRIPTION?: string | null;
      DIRECTION?: string | null;
      AUTHOR_ID?: string | null;
      EDITOR_ID?: string | null;
    }[];
  };
  /** Bitrix24 docs: crm/timeline/activities/todo/crm-activity-todo-add */
  "crm.activity.todo.add": {
    params: {
      ownerTypeId: number | string;
      ownerId: number | string;
      deadline: string;
      title?: string | undefined;
      description?: string | undefined;
      responsibleId?: number | string | undefined;
      parentActivityId?: number | string | undefined;
      pingOffsets?: readonly unknown[] | undefined;
      colorId?: string | undefined;
    };
    result: {
      id?: string | null;
    };
  };
  /** Bitrix24 docs: crm/timeline/activities/todo/crm-activity-todo-update */
  "crm.activity.todo.update": {
    params: {
      id: number | string;
      ownerTypeId: number | string;
      ownerId: number | string;
      deadline: string;
      title?: string | undefined;
      description?: string | undefined;
      responsibleId?: number | string | undefined;
      parentActivityId?: number | string | undefined;
      pingOffsets?: readonly unknown[] | undefined;
      colorId?: string | undefined;
    };
    result: {
      id?: string | null;
    };
  };
  /** Bitrix24 docs: crm/timeline/activities/todo/crm-activity-todo-update-color */
  "crm.activity.todo.updateColor": {
    params: {
      id: number | string;
      ownerTypeId: number | string;
      ownerId: number | string;
      colorId: string;
    };
    result: {
      id?: string | null;
    };
  };
  /** Bitrix24 docs: crm/timeline/activities/todo/crm-activity-todo-update-deadline */
  "crm.activity.todo.updateDeadline": {
    params: {
      id: number | string;
      ownerTypeId: number | string;
      ownerId: number | string;
      value: string;
    };
    result: {
      id?: string | null;
    };
  };
  /** Bitrix24 docs: crm/timeline/activities/todo/crm-activity-todo-update-description */
  "crm.activity.todo.updateDescription": {
    params: {
      id: number | string;
      ownerTypeId: number | string;
      ownerId: number | string;
      value: string;
    };
    result: {
      id?: string | null;
    };
  };
  /** Bitrix24 docs: crm/timeline/activities/todo/crm-activity-todo-update-responsible-user */
  "crm.activity.todo.updateResponsibleUser": {
    params: {
      id: number | string;
      ownerTypeId: number | string;
      ownerId: number | string;
      responsibleId: number | string;
    };
    result: {
      id?: string | null;
    };
  };
  /** Bitrix24 docs: crm/timeline/activities/activity-base/crm-activity-update Superseded by crm.activity.todo.update. */
  "crm.activity.update": {
    params: {
      id: number | string;
      fields: {
        OWNER_ID?: number | string | undefined;
        OWNER_TYPE_ID?: number | string | undefined;
        TYPE_ID?: number | string | undefined;
        ASSOCIATED_ENTITY_ID?: number | string | undefined;
        COMMUNICATIONS?: Readonly<Record<string, unknown>> | undefined;
        DEADLINE?: string | undefined;
        DESCRIPTION?: string | undefined;
        DESCRIPTION_TYPE?: unknown | undefined;
        DIRECTION?: unknown | undefined;
        END_TIME?: string | undefined;
        FILES?: unknown | undefined;
        LOCATION?: string | undefined;
        NOTIFY_TYPE?: unknown | undefined;
        ORIGINATOR_ID?: string | undefined;
        ORIGIN_ID?: string | undefined;
        ORIGIN_VERSION?: string | undefined;
        PRIORITY?: unknown | undefined;
        PROVIDER_DATA?: string | undefined;
        PROVIDER_GROUP_ID?: string | undefined;
        PROVIDER_ID?: string | undefined;
        PROVIDER_TYPE_ID?: string | undefined;
        PROVIDER_PARAMS?: Readonly<Record<string, unknown>> | undefined;
        RESPONSIBLE_ID?: number | string | undefined;
        SETTINGS?: Readonly<Record<string, unknown>> | undefined;
        START_TIME?: string | undefined;
        STATUS?: unknown | undefined;
        SUBJECT?: string | undefined;
        WEBDAV_ELEMENTS?: unknown | undefined;
        IS_INCOMING_CHANNEL?: YesNo | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: boolean;
  };
  /** Bitrix24 docs: crm/universal/category/crm-category-add */
  "crm.category.add": {
    params: {
      entityTypeId: number | string;
      fields: {
        name: string;
        sort?: number | string | undefined;
        isDefault?: YesNo | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: {
      category?: {
        id?: string | null;
        name?: string | null;
        sort?: number | null;
        entityTypeId?: string | null;
        isDefault?: boolean | null;
      } | null;
    };
  };
  /** Bitrix24 docs: crm/universal/category/crm-category-delete */
  "crm.category.delete": {
    params: {
      entityTypeId: number | string;
      id: number | string;
    };
    result: unknown;
  };
  /** Bitrix24 docs: crm/universal/category/crm-category-fields */
  "crm.category.fields": {
    params: {
      entityTypeId: number | string;
    };
    result: {
      fields?: {
        id?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          title?: string | null;
          upperName?: string | null;
        } | null;
        name?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          title?: string | null;
          upperName?: string | null;
        } | null;
        sort?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          title?: string | null;
          upperName?: string | null;
        } | null;
        entityTypeId?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          title?: string | null;
          upperName?: string | null;
        } | null;
        isDefault?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          title?: string | null;
          upperName?: string | null;
        } | null;
        originId?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          title?: string | null;
          upperName?: string | null;
        } | null;
        originatorId?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          title?: string | null;
          upperName?: string | null;
        } | null;
      } | null;
    };
  };
  /** Bitrix24 docs: crm/universal/category/crm-category-get */
  "crm.category.get": {
    params: {
      entityTypeId: number | string;
      id: number | string;
    };
    result: {
      category?: {
        id?: string | null;
        name?: string | null;
        sort?: number | null;
        entityTypeId?: string | null;
        isDefault?: boolean | null;
        originId?: string | null;
        originatorId?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: crm/universal/category/crm-category-list */
  "crm.category.list": {
    params: {
      entityTypeId: number | string;
    };
    result: {
      categories?: {
        id?: string | null;
        name?: string | null;
        sort?: number | null;
        entityTypeId?: string | null;
        isDefault?: boolean | null;
        originId?: string | null;
        originatorId?: string | null;
      }[] | null;
    };
  };
  /** Bitrix24 docs: crm/universal/category/crm-category-update */
  "crm.category.update": {
    params: {
      entityTypeId: number | string;
      id: number | string;
      fields: {
        name?: string | undefined;
        sort?: number | string | undefined;
        isDefault?: YesNo | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: {
      category?: {
        id?: string | null;
        name?: string | null;
        sort?: number | null;
        entityTypeId?: string | null;
        isDefault?: boolean | null;
      } | null;
    };
  };
  /** Bitrix24 docs: crm/companies/crm-company-add Superseded by crm.item.add. */
  "crm.company.add": {
    params: {
      fields: {
        TITLE?: string | undefined;
        COMPANY_TYPE?: string | undefined;
        INDUSTRY?: string | undefined;
        EMPLOYEES?: string | undefined;
        CURRENCY_ID?: string | undefined;
        REVENUE?: number | string | undefined;
        LOGO?: unknown | undefined;
        OPENED?: YesNo | undefined;
        ASSIGNED_BY_ID?: number | string | undefined;
        COMMENTS?: string | undefined;
        PHONE?: readonly unknown[] | undefined;
        EMAIL?: readonly unknown[] | undefined;
        WEB?: readonly unknown[] | undefined;
        IM?: readonly unknown[] | undefined;
        UTM_SOURCE?: string | undefined;
        UTM_MEDIUM?: string | undefined;
        UTM_CAMPAIGN?: string | undefined;
        UTM_CONTENT?: string | undefined;
        UTM_TERM?: string | undefined;
        IS_MY_COMPANY?: YesNo | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
      params?: Readonly<Record<string, unknown>> | undefined;
    };
    result: string;
  };
  /** Bitrix24 docs: crm/companies/contacts/crm-company-contact-add */
  "crm.company.contact.add": {
    params: {
      id: number | string;
      fields: {
        CONTACT_ID: number | string;
        IS_PRIMARY?: YesNo | undefined;
        SORT?: number | string | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: boolean;
  };
  /** Bitrix24 docs: crm/companies/contacts/crm-company-contact-delete */
  "crm.company.contact.delete": {
    params: {
      id: number | string;
      fields: Readonly<Record<string, unknown>>;
    };
    result: boolean;
  };
  /** Bitrix24 docs: crm/companies/contacts/crm-company-contact-fields */
  "crm.company.contact.fields": {
    params: Record<never, never>;
    result: {
      SORT?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      IS_PRIMARY?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      CONTACT_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: crm/companies/contacts/crm-company-contact-items-delete */
  "crm.company.contact.items.delete": {
    params: {
      id: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: crm/companies/contacts/crm-company-contact-items-get */
  "crm.company.contact.items.get": {
    params: {
      id: number | string;
    };
    result: {
      CONTACT_ID?: string | null;
      SORT?: number | null;
      ROLE_ID?: string | null;
      IS_PRIMARY?: boolean | null;
    }[];
  };
  /** Bitrix24 docs: crm/companies/contacts/crm-company-contact-items-set */
  "crm.company.contact.items.set": {
    params: {
      id: number | string;
      items: readonly unknown[];
    };
    result: boolean;
  };
  /** Bitrix24 docs: crm/companies/crm-company-delete Superseded by crm.item.delete. */
  "crm.company.delete": {
    params: {
      id: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: crm/companies/crm-company-fields Superseded by crm.item.fields. */
  "crm.company.fields": {
    params: {
      ID?: number | string | undefined;
      TITLE?: string | undefined;
      COMPANY_TYPE?: string | undefined;
      LOGO?: unknown | undefined;
      ADDRESS?: string | undefined;
      BANKING_DETAILS?: string | undefined;
      INDUSTRY?: string | undefined;
      EMPLOYEES?: string | undefined;
      CURRENCY_ID?: string | undefined;
      REVENUE?: number | string | undefined;
      OPENED?: YesNo | undefined;
      COMMENTS?: string | undefined;
      HAS_PHONE?: YesNo | undefined;
      HAS_EMAIL?: YesNo | undefined;
      HAS_IMOL?: YesNo | undefined;
      IS_MY_COMPANY?: YesNo | undefined;
      ASSIGNED_BY_ID?: number | string | undefined;
      CREATED_BY_ID?: number | string | undefined;
      MODIFY_BY_ID?: number | string | undefined;
      DATE_CREATE?: string | undefined;
      DATE_MODIFY?: string | undefined;
      CONTACT_ID?: number | string | undefined;
      LEAD_ID?: number | string | undefined;
      ORIGINATOR_ID?: string | undefined;
      ORIGIN_ID?: string | undefined;
      ORIGIN_VERSION?: string | undefined;
      UTM_SOURCE?: string | undefined;
      UTM_MEDIUM?: string | undefined;
      UTM_CAMPAIGN?: string | undefined;
      UTM_CONTENT?: string | undefined;
      UTM_TERM?: string | undefined;
      "PARENT_ID_..."?: unknown | undefined;
      LAST_ACTIVITY_TIME?: string | undefined;
      LAST_ACTIVITY_BY?: number | string | undefined;
      LAST_COMMUNICATION_TIME?: string | undefined;
      PHONE?: readonly unknown[] | undefined;
      EMAIL?: readonly unknown[] | undefined;
      WEB?: readonly unknown[] | undefined;
      IM?: readonly unknown[] | undefined;
      LINK?: readonly unknown[] | undefined;
      "UF_..."?: unknown | undefined;
    };
    result: {
      ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      TITLE?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      COMPANY_TYPE?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        statusType?: string | null;
        title?: string | null;
      } | null;
      LOGO?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      ADDRESS?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      ADDRESS_2?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      ADDRESS_CITY?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      ADDRESS_POSTAL_CODE?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      ADDRESS_REGION?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      ADDRESS_PROVINCE?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      ADDRESS_COUNTRY?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      ADDRESS_COUNTRY_CODE?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      ADDRESS_LOC_ADDR_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      ADDRESS_LEGAL?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      REG_ADDRESS?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      REG_ADDRESS_2?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      REG_ADDRESS_CITY?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      REG_ADDRESS_POSTAL_CODE?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      REG_ADDRESS_REGION?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      REG_ADDRESS_PROVINCE?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      REG_ADDRESS_COUNTRY?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      REG_ADDRESS_COUNTRY_CODE?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      REG_ADDRESS_LOC_ADDR_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      BANKING_DETAILS?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      INDUSTRY?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        statusType?: string | null;
        title?: string | null;
      } | null;
      EMPLOYEES?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        statusType?: string | null;
        title?: string | null;
      } | null;
      CURRENCY_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      REVENUE?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      OPENED?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      COMMENTS?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      HAS_PHONE?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      HAS_EMAIL?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      HAS_IMOL?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      IS_MY_COMPANY?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      ASSIGNED_BY_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      CREATED_BY_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      MODIFY_BY_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      DATE_CREATE?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      DATE_MODIFY?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      CONTACT_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      LEAD_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
        settings?: {
          parentEntityTypeId?: string | null;
        } | null;
      } | null;
      ORIGINATOR_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      ORIGIN_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      ORIGIN_VERSION?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      UTM_SOURCE?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      UTM_MEDIUM?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      UTM_CAMPAIGN?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      UTM_CONTENT?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      UTM_TERM?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      PARENT_ID_156?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
        settings?: {
          parentEntityTypeId?: string | null;
        } | null;
      } | null;
      LAST_ACTIVITY_TIME?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      LAST_ACTIVITY_BY?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      LAST_COMMUNICATION_TIME?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      PHONE?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      EMAIL?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      WEB?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      IM?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      LINK?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      UF_CRM_1687188367?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
        listLabel?: string | null;
        formLabel?: string | null;
        filterLabel?: string | null;
        settings?: {
          COMPANY?: boolean | null;
          LEAD?: unknown;
        } | null;
      } | null;
      UF_CRM_64A29A1CD5CC2?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
        listLabel?: string | null;
        formLabel?: string | null;
        filterLabel?: string | null;
        settings?: {
          SIZE?: number | null;
          ROWS?: number | null;
          REGEXP?: string | null;
          MIN_LENGTH?: number | null;
          MAX_LENGTH?: number | null;
          DEFAULT_VALUE?: string | null;
        } | null;
      } | null;
    };
  };
  /** Bitrix24 docs: crm/companies/crm-company-get Superseded by crm.item.get. */
  "crm.company.get": {
    params: {
      id: number | string;
    };
    result: {
      ID?: string | null;
      COMPANY_TYPE?: string | null;
      TITLE?: string | null;
      LOGO?: unknown;
      LEAD_ID?: string | null;
      HAS_PHONE?: boolean | null;
      HAS_EMAIL?: boolean | null;
      HAS_IMOL?: boolean | null;
      ASSIGNED_BY_ID?: string | null;
      CREATED_BY_ID?: string | null;
      MODIFY_BY_ID?: string | null;
      BANKING_DETAILS?: string | null;
      INDUSTRY?: string | null;
      REVENUE?: number | null;
      CURRENCY_ID?: string | null;
      EMPLOYEES?: string | null;
      COMMENTS?: string | null;
      DATE_CREATE?: string | null;
      DATE_MODIFY?: string | null;
      OPENED?: boolean | null;
      IS_MY_COMPANY?: boolean | null;
      ORIGINATOR_ID?: string | null;
      ORIGIN_ID?: string | null;
      ORIGIN_VERSION?: string | null;
      ADDRESS?: string | null;
      ADDRESS_2?: string | null;
      ADDRESS_CITY?: string | null;
      ADDRESS_POSTAL_CODE?: string | null;
      ADDRESS_REGION?: string | null;
      ADDRESS_PROVINCE?: string | null;
      ADDRESS_COUNTRY?: string | null;
      ADDRESS_COUNTRY_CODE?: string | null;
      ADDRESS_LOC_ADDR_ID?: string | null;
      ADDRESS_LEGAL?: unknown;
      REG_ADDRESS?: unknown;
      REG_ADDRESS_2?: unknown;
      REG_ADDRESS_CITY?: unknown;
      REG_ADDRESS_POSTAL_CODE?: unknown;
      REG_ADDRESS_REGION?: unknown;
      REG_ADDRESS_PROVINCE?: unknown;
      REG_ADDRESS_COUNTRY?: unknown;
      REG_ADDRESS_COUNTRY_CODE?: unknown;
      REG_ADDRESS_LOC_ADDR_ID?: string | null;
      UTM_SOURCE?: string | null;
      UTM_MEDIUM?: string | null;
      UTM_CAMPAIGN?: string | null;
      UTM_CONTENT?: string | null;
      UTM_TERM?: string | null;
      PARENT_ID_156?: unknown;
      LAST_ACTIVITY_BY?: string | null;
      LAST_ACTIVITY_TIME?: string | null;
      LAST_COMMUNICATION_TIME?: string | null;
      UF_CRM_1687188367?: string | null;
    };
  };
  /** Bitrix24 docs: crm/companies/crm-company-list Superseded by crm.item.list. */
  "crm.company.list": {
    params: {
      select?: readonly unknown[] | undefined;
      filter?: Readonly<Record<string, unknown>> | undefined;
      order?: Readonly<Record<string, unknown>> | undefined;
      start?: number | string | undefined;
    };
    result: {
      TITLE?: string | null;
      ASSIGNED_BY_ID?: string | null;
      ID?: string | null;
      PHONE?: {
        ID?: string | null;
        VALUE_TYPE?: string | null;
        VALUE?: string | null;
        TYPE_ID?: string | null;
      }[] | null;
    }[];
  };
  /** Bitrix24 docs: crm/companies/crm-company-update Superseded by crm.item.update. */
  "crm.company.update": {
    params: {
      id: number | string;
      fields: {
        TITLE?: string | undefined;
        COMPANY_TYPE?: string | undefined;
        LOGO?: unknown | undefined;
        INDUSTRY?: string | undefined;
        EMPLOYEES?: string | undefined;
        CURRENCY_ID?: string | undefined;
        REVENUE?: number | string | undefined;
        OPENED?: YesNo | undefined;
        COMMENTS?: string | undefined;
        ASSIGNED_BY_ID?: number | string | undefined;
        CONTACT_ID?: number | string | undefined;
        ORIGINATOR_ID?: string | undefined;
        ORIGIN_ID?: string | undefined;
        ORIGIN_VERSION?: string | undefined;
        UTM_SOURCE?: string | undefined;
        UTM_MEDIUM?: string | undefined;
        UTM_CAMPAIGN?: string | undefined;
        UTM_CONTENT?: string | undefined;
        UTM_TERM?: string | undefined;
        PHONE?: readonly unknown[] | undefined;
        EMAIL?: readonly unknown[] | undefined;
        WEB?: readonly unknown[] | undefined;
        IM?: readonly unknown[] | undefined;
        LINK?: readonly unknown[] | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
      params?: Readonly<Record<string, unknown>> | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: crm/contacts/crm-contact-add Superseded by crm.item.add. */
  "crm.contact.add": {
    params: {
      fields?: {
        HONORIFIC?: string | undefined;
        NAME?: string | undefined;
        SECOND_NAME?: string | undefined;
        LAST_NAME?: string | undefined;
        PHOTO?: unknown | undefined;
        BIRTHDATE?: string | undefined;
        TYPE_ID?: string | undefined;
        SOURCE_ID?: string | undefined;
        SOURCE_DESCRIPTION?: string | undefined;
        POST?: string | undefined;
        COMMENTS?: string | undefined;
        OPENED?: YesNo | undefined;
        EXPORT?: YesNo | undefined;
        ASSIGNED_BY_ID?: number | string | undefined;
        COMPANY_ID?: number | string | undefined;
        COMPANY_IDS?: readonly unknown[] | undefined;
        UTM_SOURCE?: string | undefined;
        UTM_MEDIUM?: string | undefined;
        UTM_CAMPAIGN?: string | undefined;
        UTM_CONTENT?: string | undefined;
        UTM_TERM?: string | undefined;
        TRACE?: string | undefined;
        PHONE?: readonly unknown[] | undefined;
        EMAIL?: readonly unknown[] | undefined;
        WEB?: readonly unknown[] | undefined;
        IM?: readonly unknown[] | undefined;
        LINK?: readonly unknown[] | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      } | undefined;
      params?: {
        REGISTER_SONET_EVENT?: YesNo | undefined;
        IMPORT?: YesNo | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      } | undefined;
    };
    result: string;
  };
  /** Bitrix24 docs: crm/contacts/company/crm-contact-company-add */
  "crm.contact.company.add": {
    params: {
      id: number | string;
      fields: {
        COMPANY_ID: number | string;
        IS_PRIMARY?: YesNo | undefined;
        SORT?: number | string | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: boolean;
  };
  /** Bitrix24 docs: crm/contacts/company/crm-contact-company-delete */
  "crm.contact.company.delete": {
    params: {
      id: number | string;
      fields: Readonly<Record<string, unknown>>;
    };
    result: boolean;
  };
  /** Bitrix24 docs: crm/contacts/company/crm-contact-company-items-delete */
  "crm.contact.company.items.delete": {
    params: {
      id: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: crm/contacts/company/crm-contact-company-items-get */
  "crm.contact.company.items.get": {
    params: {
      id: number | string;
    };
    result: {
      COMPANY_ID?: string | null;
      SORT?: number | null;
      ROLE_ID?: string | null;
      IS_PRIMARY?: boolean | null;
    }[];
  };
  /** Bitrix24 docs: crm/contacts/company/crm-contact-company-items-set */
  "crm.contact.company.items.set": {
    params: {
      id: number | string;
      items: readonly unknown[];
    };
    result: boolean;
  };
  /** Bitrix24 docs: crm/contacts/crm-contact-delete Superseded by crm.item.delete. */
  "crm.contact.delete": {
    params: {
      id: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: crm/contacts/crm-contact-fields */
  "crm.contact.fields": {
    params: Record<never, never>;
    result: {
      ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: crm/contacts/crm-contact-get Superseded by crm.item.get. */
  "crm.contact.get": {
    params: {
      id: number | string;
    };
    result: {
      ID?: string | null;
      POST?: string | null;
      COMMENTS?: string | null;
      HONORIFIC?: string | null;
      NAME?: string | null;
      SECOND_NAME?: string | null;
      LAST_NAME?: string | null;
      PHOTO?: unknown;
      LEAD_ID?: string | null;
      TYPE_ID?: string | null;
      SOURCE_ID?: string | null;
      SOURCE_DESCRIPTION?: string | null;
      COMPANY_ID?: string | null;
      BIRTHDATE?: string | null;
      EXPORT?: boolean | null;
      HAS_PHONE?: boolean | null;
      HAS_EMAIL?: boolean | null;
      HAS_IMOL?: boolean | null;
      DATE_CREATE?: string | null;
      DATE_MODIFY?: string | null;
      ASSIGNED_BY_ID?: string | null;
      CREATED_BY_ID?: string | null;
      MODIFY_BY_ID?: string | null;
      OPENED?: boolean | null;
      ORIGINATOR_ID?: string | null;
      ORIGIN_ID?: string | null;
      ORIGIN_VERSION?: string | null;
      FACE_ID?: string | null;
      LAST_ACTIVITY_TIME?: string | null;
      ADDRESS?: string | null;
      ADDRESS_2?: string | null;
      ADDRESS_CITY?: string | null;
      ADDRESS_POSTAL_CODE?: string | null;
      ADDRESS_REGION?: string | null;
      ADDRESS_PROVINCE?: string | null;
      ADDRESS_COUNTRY?: string | null;
      ADDRESS_LOC_ADDR_ID?: string | null;
      UTM_SOURCE?: string | null;
      UTM_MEDIUM?: string | null;
      UTM_CAMPAIGN?: string | null;
      UTM_CONTENT?: string | null;
      UTM_TERM?: string | null;
      PARENT_ID_1224?: string | null;
      LAST_ACTIVITY_BY?: string | null;
      UF_CRM_1720697698689?: string | null;
      PHONE?: {
        ID?: string | null;
        VALUE_TYPE?: string | null;
        VALUE?: string | null;
        TYPE_ID?: string | null;
      }[] | null;
      EMAIL?: {
        ID?: string | null;
        VALUE_TYPE?: string | null;
        VALUE?: string | null;
        TYPE_ID?: string | null;
      }[] | null;
    };
  };
  /** Bitrix24 docs: crm/contacts/crm-contact-list Superseded by crm.item.list. */
  "crm.contact.list": {
    params: {
      select?: readonly unknown[] | undefined;
      filter?: Readonly<Record<string, unknown>> | undefined;
      order?: Readonly<Record<string, unknown>> | undefined;
      start?: number | string | undefined;
    };
    result: {
      ID?: string | null;
      NAME?: string | null;
      LAST_NAME?: string | null;
      EXPORT?: boolean | null;
      ASSIGNED_BY_ID?: string | null;
      DATE_CREATE?: string | null;
      EMAIL?: {
        ID?: string | null;
        VALUE_TYPE?: string | null;
        VALUE?: string | null;
        TYPE_ID?: string | null;
      }[] | null;
    }[];
  };
  /** Bitrix24 docs: crm/contacts/crm-contact-update Superseded by crm.item.update. */
  "crm.contact.update": {
    params: {
      id: number | string;
      fields: {
        HONORIFIC?: string | undefined;
        NAME?: string | undefined;
        SECOND_NAME?: string | undefined;
        LAST_NAME?: string | undefined;
        PHOTO?: unknown | undefined;
        BIRTHDATE?: string | undefined;
        TYPE_ID?: string | undefined;
        SOURCE_ID?: string | undefined;
        SOURCE_DESCRIPTION?: string | undefined;
        POST?: string | undefined;
        COMMENTS?: string | undefined;
        OPENED?: YesNo | undefined;
        EXPORT?: YesNo | undefined;
        ASSIGNED_BY_ID?: number | string | undefined;
        COMPANY_ID?: number | string | undefined;
        COMPANY_IDS?: readonly unknown[] | undefined;
        UTM_SOURCE?: string | undefined;
        UTM_MEDIUM?: string | undefined;
        UTM_CAMPAIGN?: string | undefined;
        UTM_CONTENT?: string | undefined;
        UTM_TERM?: string | undefined;
        PHONE?: readonly unknown[] | undefined;
        EMAIL?: readonly unknown[] | undefined;
        WEB?: readonly unknown[] | undefined;
        IM?: readonly unknown[] | undefined;
        LINK?: readonly unknown[] | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
      params?: {
        REGISTER_SONET_EVENT?: YesNo | undefined;
        REGISTER_HISTORY_EVENT?: YesNo | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      } | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: crm/currency/crm-currency-get */
  "crm.currency.get": {
    params: {
      id?: unknown | undefined;
    };
    result: {
      CURRENCY?: string | null;
      AMOUNT_CNT?: string | null;
      AMOUNT?: string | null;
      SORT?: number | null;
      BASE?: boolean | null;
      FULL_NAME?: string | null;
      LID?: string | null;
      FORMAT_STRING?: string | null;
      DEC_POINT?: string | null;
      THOUSANDS_SEP?: string | null;
      DECIMALS?: string | null;
      DATE_UPDATE?: string | null;
      LANG?: {
        en?: {
          FORMAT_STRING?: string | null;
          FULL_NAME?: string | null;
          DEC_POINT?: string | null;
          THOUSANDS_SEP?: unknown;
          DECIMALS?: string | null;
          THOUSANDS_VARIANT?: string | null;
          HIDE_ZERO?: boolean | null;
        } | null;
        ru?: {
          FORMAT_STRING?: string | null;
          FULL_NAME?: string | null;
          DEC_POINT?: string | null;
          THOUSANDS_SEP?: string | null;
          DECIMALS?: string | null;
          THOUSANDS_VARIANT?: string | null;
          HIDE_ZERO?: boolean | null;
        } | null;
      } | null;
    };
  };
  /** Bitrix24 docs: crm/currency/crm-currency-list */
  "crm.currency.list": {
    params: {
      order?: Readonly<Record<string, unknown>> | undefined;
    };
    result: {
      CURRENCY?: string | null;
      AMOUNT_CNT?: string | null;
      AMOUNT?: string | null;
      SORT?: number | null;
      BASE?: boolean | null;
      FULL_NAME?: string | null;
      LID?: string | null;
      FORMAT_STRING?: string | null;
      DEC_POINT?: string | null;
      THOUSANDS_SEP?: string | null;
      DECIMALS?: string | null;
      DATE_UPDATE?: string | null;
    }[];
  };
  /** Bitrix24 docs: crm/deals/crm-deal-add Superseded by crm.item.add. */
  "crm.deal.add": {
    params: {
      fields?: {
        TITLE?: string | undefined;
        TYPE_ID?: string | undefined;
        CATEGORY_ID?: number | string | undefined;
        STAGE_ID?: string | undefined;
        IS_RECURRING?: YesNo | undefined;
        IS_RETURN_CUSTOMER?: YesNo | undefined;
        IS_REPEATED_APPROACH?: YesNo | undefined;
        PROBABILITY?: number | string | undefined;
        CURRENCY_ID?: string | undefined;
        OPPORTUNITY?: number | string | undefined;
        IS_MANUAL_OPPORTUNITY?: YesNo | undefined;
        TAX_VALUE?: number | string | undefined;
        COMPANY_ID?: number | string | undefined;
        CONTACT_ID?: number | string | undefined;
        CONTACT_IDS?: readonly unknown[] | undefined;
        BEGINDATE?: string | undefined;
        CLOSEDATE?: string | undefined;
        OPENED?: YesNo | undefined;
        CLOSED?: YesNo | undefined;
        COMMENTS?: string | undefined;
        ASSIGNED_BY_ID?: number | string | undefined;
        SOURCE_ID?: string | undefined;
        SOURCE_DESCRIPTION?: string | undefined;
        ADDITIONAL_INFO?: string | undefined;
        LOCATION_ID?: Readonly<Record<string, unknown>> | undefined;
        ORIGINATOR_ID?: string | undefined;
        ORIGIN_ID?: string | undefined;
        UTM_SOURCE?: string | undefined;
        UTM_MEDIUM?: string | undefined;
        UTM_CAMPAIGN?: string | undefined;
        UTM_CONTENT?: string | undefined;
        UTM_TERM?: string | undefined;
        TRACE?: string | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      } | undefined;
      params?: {
        REGISTER_SONET_EVENT?: YesNo | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      } | undefined;
    };
    result: string;
  };
  /** Bitrix24 docs: crm/deals/contacts/crm-deal-contact-add */
  "crm.deal.contact.add": {
    params: {
      id: number | string;
      fields: {
        CONTACT_ID: number | string;
        IS_PRIMARY?: YesNo | undefined;
        SORT?: number | string | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: boolean;
  };
  /** Bitrix24 docs: crm/deals/contacts/crm-deal-contact-delete */
  "crm.deal.contact.delete": {
    params: {
      id: number | string;
      fields: {
        CONTACT_ID: number | string;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: boolean;
  };
  /** Bitrix24 docs: crm/deals/contacts/crm-deal-contact-fields */
  "crm.deal.contact.fields": {
    params: Record<never, never>;
    result: {
      SORT?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      IS_PRIMARY?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      CONTACT_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: crm/deals/contacts/crm-deal-contact-items-delete */
  "crm.deal.contact.items.delete": {
    params: {
      id: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: crm/deals/contacts/crm-deal-contact-items-get */
  "crm.deal.contact.items.get": {
    params: {
      id: number | string;
    };
    result: {
      CONTACT_ID?: string | null;
      SORT?: number | null;
      ROLE_ID?: string | null;
      IS_PRIMARY?: boolean | null;
    }[];
  };
  /** Bitrix24 docs: crm/deals/contacts/crm-deal-contact-items-set */
  "crm.deal.contact.items.set": {
    params: {
      id: number | string;
      items: readonly unknown[];
    };
    result: boolean;
  };
  /** Bitrix24 docs: crm/deals/crm-deal-delete Superseded by crm.item.delete. */
  "crm.deal.delete": {
    params: {
      id: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: crm/deals/crm-deal-fields Superseded by crm.item.fields. */
  "crm.deal.fields": {
    params: Record<never, never>;
    result: {
      ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      TITLE?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      TYPE_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        statusType?: string | null;
        title?: string | null;
      } | null;
      CATEGORY_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      STAGE_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        statusType?: string | null;
        title?: string | null;
      } | null;
      STAGE_SEMANTIC_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      IS_NEW?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      IS_RECURRING?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      IS_RETURN_CUSTOMER?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      IS_REPEATED_APPROACH?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      PROBABILITY?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      CURRENCY_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      OPPORTUNITY?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      IS_MANUAL_OPPORTUNITY?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      TAX_VALUE?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      COMPANY_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
        settings?: {
          parentEntityTypeId?: string | null;
        } | null;
      } | null;
      CONTACT_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        isDeprecated?: boolean | null;
        title?: string | null;
      } | null;
      CONTACT_IDS?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      QUOTE_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
        settings?: {
          parentEntityTypeId?: string | null;
        } | null;
      } | null;
      BEGINDATE?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      CLOSEDATE?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      OPENED?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      CLOSED?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      COMMENTS?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      ASSIGNED_BY_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      CREATED_BY_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      MODIFY_BY_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      MOVED_BY_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      DATE_CREATE?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      DATE_MODIFY?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      MOVED_TIME?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      SOURCE_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        statusType?: string | null;
        title?: string | null;
      } | null;
      SOURCE_DESCRIPTION?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      LEAD_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
        settings?: {
          parentEntityTypeId?: string | null;
        } | null;
      } | null;
      ADDITIONAL_INFO?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      LOCATION_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      ORIGINATOR_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      ORIGIN_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      UTM_SOURCE?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      UTM_MEDIUM?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      UTM_CAMPAIGN?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      UTM_CONTENT?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      UTM_TERM?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      LAST_ACTIVITY_TIME?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      LAST_ACTIVITY_BY?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: crm/deals/crm-deal-get Superseded by crm.item.get. */
  "crm.deal.get": {
    params: {
      id: number | string;
    };
    result: {
      ID?: string | null;
      TITLE?: string | null;
      TYPE_ID?: string | null;
      STAGE_ID?: string | null;
      PROBABILITY?: number | null;
      CURRENCY_ID?: string | null;
      OPPORTUNITY?: number | null;
      IS_MANUAL_OPPORTUNITY?: boolean | null;
      TAX_VALUE?: number | null;
      LEAD_ID?: string | null;
      COMPANY_ID?: string | null;
      CONTACT_ID?: string | null;
      QUOTE_ID?: string | null;
      BEGINDATE?: string | null;
      CLOSEDATE?: string | null;
      ASSIGNED_BY_ID?: string | null;
      CREATED_BY_ID?: string | null;
      MODIFY_BY_ID?: string | null;
      DATE_CREATE?: string | null;
      DATE_MODIFY?: string | null;
      OPENED?: boolean | null;
      CLOSED?: boolean | null;
      COMMENTS?: string | null;
      ADDITIONAL_INFO?: string | null;
      LOCATION_ID?: string | null;
      CATEGORY_ID?: string | null;
      STAGE_SEMANTIC_ID?: string | null;
      IS_NEW?: boolean | null;
      IS_RECURRING?: boolean | null;
      IS_RETURN_CUSTOMER?: boolean | null;
      IS_REPEATED_APPROACH?: boolean | null;
      SOURCE_ID?: string | null;
      SOURCE_DESCRIPTION?: string | null;
      ORIGINATOR_ID?: string | null;
      ORIGIN_ID?: string | null;
      MOVED_BY_ID?: string | null;
      MOVED_TIME?: string | null;
      LAST_ACTIVITY_TIME?: string | null;
      UTM_SOURCE?: string | null;
      UTM_MEDIUM?: string | null;
      UTM_CAMPAIGN?: string | null;
      UTM_CONTENT?: string | null;
      UTM_TERM?: string | null;
      PARENT_ID_1220?: string | null;
      LAST_ACTIVITY_BY?: string | null;
      UF_CRM_1721244482250?: string | null;
    };
  };
  /** Bitrix24 docs: crm/deals/crm-deal-list Superseded by crm.item.list. */
  "crm.deal.list": {
    params: {
      select?: readonly unknown[] | undefined;
      filter?: Readonly<Record<string, unknown>> | undefined;
      order?: Readonly<Record<string, unknown>> | undefined;
      start?: number | string | undefined;
    };
    result: {
      ID?: string | null;
      TITLE?: string | null;
      TYPE_ID?: string | null;
      CATEGORY_ID?: string | null;
      STAGE_ID?: string | null;
      OPPORTUNITY?: number | null;
      IS_MANUAL_OPPORTUNITY?: boolean | null;
      ASSIGNED_BY_ID?: string | null;
      DATE_CREATE?: string | null;
    }[];
  };
  /** Bitrix24 docs: crm/deals/crm-deal-productrows-get */
  "crm.deal.productrows.get": {
    params: {
      id: number | string;
    };
    result: {
      ID?: string | null;
      OWNER_ID?: string | null;
      OWNER_TYPE?: string | null;
      PRODUCT_ID?: string | null;
      PRODUCT_NAME?: string | null;
      ORIGINAL_PRODUCT_NAME?: string | null;
      PRODUCT_DESCRIPTION?: unknown;
      PRICE?: number | null;
      PRICE_EXCLUSIVE?: number | null;
      PRICE_NETTO?: number | null;
      PRICE_BRUTTO?: number | null;
      PRICE_ACCOUNT?: string | null;
      QUANTITY?: number | null;
      DISCOUNT_TYPE_ID?: string | null;
      DISCOUNT_RATE?: number | null;
      DISCOUNT_SUM?: number | null;
      TAX_RATE?: number | null;
      TAX_INCLUDED?: boolean | null;
      CUSTOMIZED?: boolean | null;
      MEASURE_CODE?: number | null;
      MEASURE_NAME?: string | null;
      SORT?: number | null;
      XML_ID?: string | null;
      TYPE?: number | null;
      STORE_ID?: string | null;
      RESERVE_ID?: string | null;
      DATE_RESERVE_END?: unknown;
      RESERVE_QUANTITY?: unknown;
    }[];
  };
  /** Bitrix24 docs: crm/deals/crm-deal-productrows-set */
  "crm.deal.productrows.set": {
    params: {
      id: number | string;
      rows: readonly unknown[];
    };
    result: boolean;
  };
  /** Bitrix24 docs: crm/deals/crm-deal-update Superseded by crm.item.update. */
  "crm.deal.update": {
    params: {
      id: number | string;
      fields?: {
        TITLE?: string | undefined;
        TYPE_ID?: string | undefined;
        STAGE_ID?: string | undefined;
        IS_RECURRING?: YesNo | undefined;
        IS_RETURN_CUSTOMER?: YesNo | undefined;
        IS_REPEATED_APPROACH?: YesNo | undefined;
        PROBABILITY?: number | string | undefined;
        CURRENCY_ID?: string | undefined;
        OPPORTUNITY?: number | string | undefined;
        IS_MANUAL_OPPORTUNITY?: YesNo | undefined;
        TAX_VALUE?: number | string | undefined;
        COMPANY_ID?: number | string | undefined;
        CONTACT_ID?: number | string | undefined;
        CONTACT_IDS?: readonly unknown[] | undefined;
        BEGINDATE?: string | undefined;
        CLOSEDATE?: string | undefined;
        OPENED?: YesNo | undefined;
        CLOSED?: YesNo | undefined;
        COMMENTS?: string | undefined;
        ASSIGNED_BY_ID?: number | string | undefined;
        SOURCE_ID?: string | undefined;
        SOURCE_DESCRIPTION?: string | undefined;
        ADDITIONAL_INFO?: string | undefined;
        LOCATION_ID?: Readonly<Record<string, unknown>> | undefined;
        ORIGINATOR_ID?: string | undefined;
        ORIGIN_ID?: string | undefined;
        UTM_SOURCE?: string | undefined;
        UTM_MEDIUM?: string | undefined;
        UTM_CAMPAIGN?: string | undefined;
        UTM_CONTENT?: string | undefined;
        UTM_TERM?: string | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      } | undefined;
      params?: {
        REGISTER_SONET_EVENT?: YesNo | undefined;
        REGISTER_HISTORY_EVENT?: YesNo | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      } | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: crm/duplicates/crm-duplicate-find-by-comm */
  "crm.duplicate.findbycomm": {
    params: {
      type: string;
      values: readonly unknown[];
      entity_type?: string | undefined;
    };
    result: {
      CONTACT?: number[] | null;
    };
  };
  /** Bitrix24 docs: crm/auxiliary/enum/outdated/crm-enum-activity-direction */
  "crm.enum.activitydirection": {
    params: Record<never, never>;
    result: {
      ID?: string | null;
      NAME?: string | null;
      SYMBOL_CODE?: unknown;
      SYMBOL_CODE_SHORT?: unknown;
    }[];
  };
  /** Bitrix24 docs: crm/auxiliary/enum/outdated/crm-enum-activity-notify-type */
  "crm.enum.activitynotifytype": {
    params: Record<never, never>;
    result: {
      ID?: string | null;
      NAME?: string | null;
      SYMBOL_CODE?: unknown;
      SYMBOL_CODE_SHORT?: unknown;
    }[];
  };
  /** Bitrix24 docs: crm/auxiliary/enum/outdated/crm-enum-activity-priority */
  "crm.enum.activitypriority": {
    params: Record<never, never>;
    result: {
      ID?: string | null;
      NAME?: string | null;
      SYMBOL_CODE?: unknown;
      SYMBOL_CODE_SHORT?: unknown;
    }[];
  };
  /** Bitrix24 docs: crm/auxiliary/enum/outdated/crm-enum-activity-status */
  "crm.enum.activitystatus": {
    params: Record<never, never>;
    result: {
      ID?: string | null;
      NAME?: string | null;
      SYMBOL_CODE?: unknown;
      SYMBOL_CODE_SHORT?: unknown;
    }[];
  };
  /** Bitrix24 docs: crm/auxiliary/enum/outdated/crm-enum-activity-type */
  "crm.enum.activitytype": {
    params: Record<never, never>;
    result: {
      ID?: string | null;
      NAME?: string | null;
      SYMBOL_CODE?: unknown;
      SYMBOL_CODE_SHORT?: unknown;
    }[];
  };
  /** Bitrix24 docs: crm/auxiliary/enum/crm-enum-address-type */
  "crm.enum.addresstype": {
    params: Record<never, never>;
    result: {
      ID?: string | null;
      NAME?: string | null;
      SYMBOL_CODE?: unknown;
      SYMBOL_CODE_SHORT?: unknown;
    }[];
  };
  /** Bitrix24 docs: crm/auxiliary/enum/outdated/crm-enum-content-type */
  "crm.enum.contenttype": {
    params: Record<never, never>;
    result: {
      ID?: string | null;
      NAME?: string | null;
      SYMBOL_CODE?: unknown;
      SYMBOL_CODE_SHORT?: unknown;
    }[];
  };
  /** Bitrix24 docs: crm/auxiliary/enum/crm-enum-fields */
  "crm.enum.fields": {
    params: Record<never, never>;
    result: {
      ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      NAME?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      SYMBOL_CODE?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      SYMBOL_CODE_SHORT?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: crm/auxiliary/enum/crm-enum-get-order-owner-types */
  "crm.enum.getorderownertypes": {
    params: Record<never, never>;
    result: {
      attribute?: string | null;
      code?: string | null;
      id?: string | null;
      name?: string | null;
    }[];
  };
  /** Bitrix24 docs: crm/auxiliary/enum/crm-enum-owner-type */
  "crm.enum.ownertype": {
    params: Record<never, never>;
    result: {
      ID?: string | null;
      NAME?: string | null;
      SYMBOL_CODE?: string | null;
      SYMBOL_CODE_SHORT?: string | null;
    }[];
  };
  /** Bitrix24 docs: crm/auxiliary/enum/crm-enum-settings-mode */
  "crm.enum.settings.mode": {
    params: Record<never, never>;
    result: {
      ID?: string | null;
      NAME?: string | null;
      SYMBOL_CODE?: unknown;
      SYMBOL_CODE_SHORT?: unknown;
    }[];
  };
  /** Bitrix24 docs: crm/universal/crm-item-add */
  "crm.item.add": {
    params: {
      entityTypeId: number | string;
      fields: {
        title?: string | undefined;
        honorific?: string | undefined;
        name?: string | undefined;
        secondName?: string | undefined;
        lastName?: string | undefined;
        birthdate?: string | undefined;
        companyTitle?: string | undefined;
        sourceId?: string | undefined;
        sourceDescription?: string | undefined;
        stageId?: string | undefined;
        statusDescription?: string | undefined;
        post?: string | undefined;
        currencyId?: string | undefined;
        isManualOpportunity?: YesNo | undefined;
        opportunity?: number | string | undefined;
        opened?: YesNo | undefined;
        comments?: string | undefined;
        assignedById?: number | string | undefined;
        companyId?: number | string | undefined;
        contactId?: number | string | undefined;
        contactIds?: readonly unknown[] | undefined;
        originatorId?: string | undefined;
        originId?: string | undefined;
        webformId?: number | string | undefined;
        observers?: readonly unknown[] | undefined;
        utmSource?: string | undefined;
        utmMedium?: string | undefined;
        utmCampaign?: string | undefined;
        utmContent?: string | undefined;
        utmTerm?: string | undefined;
        fm?: readonly unknown[] | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
      useOriginalUfNames?: YesNo | undefined;
    };
    result: {
      item?: {
        id?: string | null;
        createdTime?: string | null;
        dateCreateShort?: unknown;
        updatedTime?: string | null;
        dateModifyShort?: unknown;
        createdBy?: string | null;
        updatedBy?: string | null;
        assignedById?: string | null;
        opened?: boolean | null;
        leadId?: string | null;
        companyId?: string | null;
        contactId?: string | null;
        quoteId?: string | null;
        title?: string | null;
        productId?: string | null;
        categoryId?: string | null;
        stageId?: string | null;
        stageSemanticId?: string | null;
        isNew?: boolean | null;
        isRecurring?: boolean | null;
        isReturnCustomer?: boolean | null;
        isRepeatedApproach?: boolean | null;
        closed?: boolean | null;
        typeId?: string | null;
        opportunity?: number | null;
        isManualOpportunity?: boolean | null;
        taxValue?: number | null;
        currencyId?: string | null;
        probability?: number | null;
        comments?: string | null;
        begindate?: string | null;
        begindateShort?: unknown;
        closedate?: string | null;
        closedateShort?: unknown;
        eventDate?: unknown;
        eventDateShort?: unknown;
        eventId?: string | null;
        eventDescription?: unknown;
        locationId?: string | null;
        webformId?: string | null;
        sourceId?: string | null;
        sourceDescription?: string | null;
        originatorId?: string | null;
        originId?: string | null;
        additionalInfo?: string | null;
        searchContent?: unknown;
        orderStage?: unknown;
        movedBy?: number | null;
        movedTime?: string | null;
        lastActivityBy?: string | null;
        lastActivityTime?: string | null;
        isWork?: unknown;
        isWon?: unknown;
        isLose?: unknown;
        receivedAmount?: unknown;
        lostAmount?: unknown;
        hasProducts?: unknown;
        ufCrm_1721244707107?: number | null;
        parentId1220?: number | null;
        utmSource?: string | null;
        utmMedium?: string | null;
        utmCampaign?: string | null;
        utmContent?: string | null;
        utmTerm?: string | null;
        observers?: string[] | null;
        contactIds?: string[] | null;
        entityTypeId?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: crm/universal/crm-item-delete */
  "crm.item.delete": {
    params: {
      entityTypeId: number | string;
      id: number | string;
    };
    result: unknown;
  };
  /** Bitrix24 docs: crm/universal/crm-item-fields */
  "crm.item.fields": {
    params: {
      entityTypeId: number | string;
      useOriginalUfNames?: YesNo | undefined;
    };
    result: {
      fields?: {
        id?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          title?: string | null;
          upperName?: string | null;
        } | null;
        title?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          title?: string | null;
          upperName?: string | null;
        } | null;
        xmlId?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          title?: string | null;
          upperName?: string | null;
        } | null;
        createdTime?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          title?: string | null;
          upperName?: string | null;
        } | null;
        updatedTime?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          title?: string | null;
          upperName?: string | null;
        } | null;
        createdBy?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          title?: string | null;
          upperName?: string | null;
        } | null;
        updatedBy?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          title?: string | null;
          upperName?: string | null;
        } | null;
        assignedById?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          title?: string | null;
          upperName?: string | null;
        } | null;
        opened?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          title?: string | null;
          upperName?: string | null;
        } | null;
        webformId?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          title?: string | null;
          upperName?: string | null;
        } | null;
        begindate?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          title?: string | null;
          upperName?: string | null;
        } | null;
        closedate?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          title?: string | null;
          upperName?: string | null;
        } | null;
        companyId?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          title?: string | null;
          settings?: {
            parentEntityTypeId?: string | null;
          } | null;
          upperName?: string | null;
        } | null;
        contactId?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          isDeprecated?: boolean | null;
          title?: string | null;
          upperName?: string | null;
        } | null;
        contactIds?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          title?: string | null;
          upperName?: string | null;
        } | null;
        contacts?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          title?: string | null;
          upperName?: string | null;
        } | null;
        observers?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          title?: string | null;
          upperName?: string | null;
        } | null;
        categoryId?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          title?: string | null;
          upperName?: string | null;
        } | null;
        movedTime?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          title?: string | null;
          upperName?: string | null;
        } | null;
        movedBy?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          title?: string | null;
          upperName?: string | null;
        } | null;
        stageId?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          statusType?: string | null;
          title?: string | null;
          upperName?: string | null;
        } | null;
        previousStageId?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          statusType?: string | null;
          title?: string | null;
          upperName?: string | null;
        } | null;
        sourceId?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          statusType?: string | null;
          title?: string | null;
          upperName?: string | null;
        } | null;
        sourceDescription?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          title?: string | null;
          upperName?: string | null;
        } | null;
        currencyId?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          title?: string | null;
          upperName?: string | null;
        } | null;
        isManualOpportunity?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          title?: string | null;
          upperName?: string | null;
        } | null;
        opportunity?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          title?: string | null;
          upperName?: string | null;
        } | null;
        taxValue?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          title?: string | null;
          upperName?: string | null;
        } | null;
        mycompanyId?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          title?: string | null;
          settings?: {
            isMyCompany?: boolean | null;
            parentEntityTypeId?: string | null;
            isEmbeddedEditorEnabled?: boolean | null;
          } | null;
          upperName?: string | null;
        } | null;
        lastActivityBy?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          title?: string | null;
          upperName?: string | null;
        } | null;
        lastActivityTime?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          title?: string | null;
          upperName?: string | null;
        } | null;
        parentId1?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          title?: string | null;
          settings?: {
            parentEntityTypeId?: string | null;
          } | null;
          upperName?: string | null;
        } | null;
        parentId2?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          title?: string | null;
          settings?: {
            parentEntityTypeId?: string | null;
          } | null;
          upperName?: string | null;
        } | null;
        parentId1248?: {
          type?: string | null;
          isRequired?: boolean | null;
          isReadOnly?: boolean | null;
          isImmutable?: boolean | null;
          isMultiple?: boolean | null;
          isDynamic?: boolean | null;
          title?: string | null;
          settings?: {
            parentEntityTypeId?: string | null;
          } | null;
          upperName?: string | null;
        } | null;
      } | null;
    };
  };
  /** Bitrix24 docs: crm/universal/crm-item-get */
  "crm.item.get": {
    params: {
      entityTypeId: number | string;
      id: number | string;
      useOriginalUfNames?: YesNo | undefined;
    };
    result: {
      item?: {
        id?: string | null;
        createdTime?: string | null;
        dateCreateShort?: unknown;
        updatedTime?: string | null;
        dateModifyShort?: unknown;
        createdBy?: string | null;
        updatedBy?: string | null;
        assignedById?: string | null;
        opened?: boolean | null;
        companyId?: string | null;
        contactId?: string | null;
        stageId?: string | null;
        isConvert?: unknown;
        statusDescription?: unknown;
        stageSemanticId?: string | null;
        productId?: string | null;
        opportunity?: number | null;
        currencyId?: string | null;
        sourceId?: string | null;
        sourceDescription?: string | null;
        title?: string | null;
        name?: string | null;
        lastName?: string | null;
        secondName?: string | null;
        shortName?: unknown;
        companyTitle?: string | null;
        post?: string | null;
        address?: string | null;
        comments?: string | null;
        webformId?: string | null;
        originatorId?: string | null;
        originId?: string | null;
        dateClosed?: unknown;
        birthdate?: string | null;
        honorific?: string | null;
        hasPhone?: boolean | null;
        hasEmail?: boolean | null;
        hasImol?: boolean | null;
        login?: unknown;
        isReturnCustomer?: boolean | null;
        searchContent?: string | null;
        isManualOpportunity?: boolean | null;
        movedBy?: number | null;
        movedTime?: string | null;
        lastActivityBy?: string | null;
        lastActivityTime?: string | null;
        phoneMobile?: string | null;
        phoneWork?: string | null;
        phoneMailing?: string | null;
        emailHome?: string | null;
        emailWork?: string | null;
        emailMailing?: string | null;
        skype?: unknown;
        icq?: unknown;
        imol?: string | null;
        email?: string | null;
        phone?: string | null;
        fm?: {
          id?: string | null;
          valueType?: string | null;
          value?: string | null;
          typeId?: string | null;
        }[] | null;
        ufCrm_1720019876534?: string | null;
        parentId1222?: unknown;
        parentId1226?: unknown;
        parentId1228?: unknown;
        parentId1236?: unknown;
        parentId1238?: unknown;
        parentId1240?: unknown;
        parentId1244?: unknown;
        parentId1246?: unknown;
        parentId1254?: unknown;
        parentId1256?: unknown;
        utmSource?: string | null;
        utmMedium?: string | null;
        utmCampaign?: string | null;
        utmContent?: string | null;
        utmTerm?: string | null;
        observers?: unknown;
        contactIds?: unknown;
        entityTypeId?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: crm/universal/crm-item-list */
  "crm.item.list": {
    params: {
      entityTypeId: number | string;
      select?: readonly unknown[] | undefined;
      filter?: Readonly<Record<string, unknown>> | undefined;
      order?: Readonly<Record<string, unknown>> | undefined;
      start?: number | string | undefined;
      useOriginalUfNames?: YesNo | undefined;
    };
    result: {
      items?: {
        id?: string | null;
        assignedById?: string | null;
        stageId?: string | null;
        opportunity?: number | null;
        sourceId?: string | null;
        title?: string | null;
        name?: string | null;
        lastName?: string | null;
        isManualOpportunity?: boolean | null;
        currencyId?: string | null;
        categoryId?: string | null;
        stageSemanticId?: string | null;
        createdTime?: string | null;
        movedTime?: string | null;
        lastActivityTime?: string | null;
        closedate?: string | null;
        contactId?: string | null;
        companyId?: string | null;
      }[] | null;
    };
  };
  /** Bitrix24 docs: crm/universal/product-rows/crm-item-productrow-add */
  "crm.item.productrow.add": {
    params: {
      fields: {
        ownerId: number | string;
        ownerType: string;
        productId?: unknown | undefined;
        productName?: string | undefined;
        price?: number | string | undefined;
        quantity?: number | string | undefined;
        discountTypeId?: number | string | undefined;
        discountRate?: number | string | undefined;
        discountSum?: number | string | undefined;
        taxRate?: number | string | undefined;
        taxIncluded?: string | undefined;
        measureCode?: unknown | undefined;
        sort?: number | string | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: {
      productRow?: {
        id?: string | null;
        ownerId?: string | null;
        ownerType?: string | null;
        productId?: string | null;
        productName?: string | null;
        price?: number | null;
        priceExclusive?: number | null;
        priceNetto?: number | null;
        priceBrutto?: number | null;
        quantity?: number | null;
        discountTypeId?: string | null;
        discountRate?: number | null;
        discountSum?: number | null;
        taxRate?: number | null;
        taxIncluded?: boolean | null;
        customized?: boolean | null;
        measureCode?: number | null;
        measureName?: string | null;
        sort?: number | null;
        type?: number | null;
      } | null;
    };
  };
  /** Bitrix24 docs: crm/universal/product-rows/crm-item-productrow-delete */
  "crm.item.productrow.delete": {
    params: {
      id: unknown;
    };
    result: unknown;
  };
  /** Bitrix24 docs: crm/universal/product-rows/crm-item-productrow-get */
  "crm.item.productrow.get": {
    params: {
      id: unknown;
    };
    result: {
      productRow?: {
        id?: string | null;
        ownerId?: string | null;
        ownerType?: string | null;
        productId?: string | null;
        productName?: string | null;
        price?: number | null;
        priceExclusive?: number | null;
        priceNetto?: number | null;
        priceBrutto?: number | null;
        quantity?: number | null;
        discountTypeId?: string | null;
        discountRate?: number | null;
        discountSum?: number | null;
        taxRate?: number | null;
        taxIncluded?: boolean | null;
        customized?: boolean | null;
        measureCode?: number | null;
        measureName?: string | null;
        sort?: number | null;
        type?: number | null;
      } | null;
    };
  };
  /** Bitrix24 docs: crm/universal/product-rows/crm-item-productrow-list */
  "crm.item.productrow.list": {
    params: {
      filter: Readonly<Record<string, unknown>>;
      order?: Readonly<Record<string, unknown>> | undefined;
      start?: number | string | undefined;
    };
    result: {
      productRows?: {
        id?: string | null;
        ownerId?: string | null;
        ownerType?: string | null;
        productId?: string | null;
        productName?: string | null;
        price?: number | null;
        priceExclusive?: number | null;
        priceNetto?: number | null;
        priceBrutto?: number | null;
        quantity?: number | null;
        discountTypeId?: string | null;
        discountRate?: number | null;
        discountSum?: number | null;
        taxRate?: number | null;
        taxIncluded?: boolean | null;
        customized?: boolean | null;
        measureCode?: number | null;
        measureName?: string | null;
        sort?: number | null;
        type?: number | null;
      }[] | null;
    };
  };
  /** Bitrix24 docs: crm/universal/product-rows/crm-item-productrow-set */
  "crm.item.productrow.set": {
    params: {
      ownerId: number | string;
      ownerType: string;
      productRows: readonly {
        productId?: unknown | undefined;
        productName?: string | undefined;
        price?: number | string | undefined;
        quantity?: number | string | undefined;
        discountTypeId?: number | string | undefined;
        discountRate?: number | string | undefined;
        discountSum?: number | string | undefined;
        taxRate?: number | string | undefined;
        taxIncluded?: string | undefined;
        measureCode?: unknown | undefined;
        sort?: number | string | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      }[] | {
        productId?: unknown | undefined;
        productName?: string | undefined;
        price?: number | string | undefined;
        quantity?: number | string | undefined;
        discountTypeId?: number | string | undefined;
        discountRate?: number | string | undefined;
        discountSum?: number | string | undefined;
        taxRate?: number | string | undefined;
        taxIncluded?: string | undefined;
        measureCode?: unknown | undefined;
        sort?: number | string | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: {
      productRows?: {
        id?: string | null;
        ownerId?: string | null;
        ownerType?: string | null;
        productId?: string | null;
        productName?: string | null;
        price?: number | null;
        priceExclusive?: number | null;
        priceNetto?: number | null;
        priceBrutto?: number | null;
        quantity?: number | null;
        discountTypeId?: string | null;
        discountRate?: number | null;
        discountSum?: number | null;
        taxRate?: number | null;
        taxIncluded?: boolean | null;
        customized?: boolean | null;
        measureCode?: number | null;
        measureName?: string | null;
        sort?: number | null;
        type?: number | null;
      }[] | null;
    };
  };
  /** Bitrix24 docs: crm/universal/product-rows/crm-item-productrow-update */
  "crm.item.productrow.update": {
    params: {
      id: unknown;
      fields: {
        productId?: unknown | undefined;
        productName?: string | undefined;
        price?: number | string | undefined;
        quantity?: number | string | undefined;
        discountTypeId?: number | string | undefined;
        discountRate?: number | string | undefined;
        discountSum?: number | string | undefined;
        taxRate?: number | string | undefined;
        taxIncluded?: string | undefined;
        measureCode?: unknown | undefined;
        sort?: number | string | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: {
      productRow?: {
        id?: string | null;
        ownerId?: string | null;
        ownerType?: string | null;
        productId?: string | null;
        productName?: string | null;
        price?: number | null;
        priceExclusive?: number | null;
        priceNetto?: number | null;
        priceBrutto?: number | null;
        quantity?: number | null;
        discountTypeId?: string | null;
        discountRate?: number | null;
        discountSum?: number | null;
        taxRate?: number | null;
        taxIncluded?: boolean | null;
        customized?: boolean | null;
        measureCode?: number | null;
        measureName?: string | null;
        sort?: number | null;
        type?: number | null;
      } | null;
    };
  };
  /** Bitrix24 docs: crm/universal/crm-item-update */
  "crm.item.update": {
    params: {
      entityTypeId: number | string;
      id: number | string;
      fields: {
        title?: string | undefined;
        honorific?: string | undefined;
        name?: string | undefined;
        secondName?: string | undefined;
        lastName?: string | undefined;
        birthdate?: string | undefined;
        companyTitle?: string | undefined;
        sourceId?: string | undefined;
        sourceDescription?: string | undefined;
        stageId?: string | undefined;
        statusDescription?: string | undefined;
        post?: string | undefined;
        currencyId?: string | undefined;
        isManualOpportunity?: YesNo | undefined;
        opportunity?: number | string | undefined;
        opened?: YesNo | undefined;
        comments?: string | undefined;
        assignedById?: number | string | undefined;
        companyId?: number | string | undefined;
        contactId?: number | string | undefined;
        contactIds?: readonly unknown[] | undefined;
        originatorId?: string | undefined;
        originId?: string | undefined;
        webformId?: number | string | undefined;
        observers?: readonly unknown[] | undefined;
        utmSource?: string | undefined;
        utmMedium?: string | undefined;
        utmCampaign?: string | undefined;
        utmContent?: string | undefined;
        utmTerm?: string | undefined;
        fm?: readonly unknown[] | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
      useOriginalUfNames?: YesNo | undefined;
    };
    result: {
      item?: {
        id?: string | null;
        createdTime?: string | null;
        dateCreateShort?: unknown;
        updatedTime?: string | null;
        dateModifyShort?: unknown;
        createdBy?: string | null;
        updatedBy?: string | null;
        assignedById?: string | null;
        opened?: boolean | null;
        leadId?: string | null;
        companyId?: string | null;
        contactId?: string | null;
        quoteId?: string | null;
        title?: string | null;
        productId?: string | null;
        categoryId?: string | null;
        stageId?: string | null;
        stageSemanticId?: string | null;
        isNew?: boolean | null;
        isRecurring?: boolean | null;
        isReturnCustomer?: boolean | null;
        isRepeatedApproach?: boolean | null;
        closed?: boolean | null;
        typeId?: string | null;
        opportunity?: number | null;
        isManualOpportunity?: boolean | null;
        taxValue?: number | null;
        currencyId?: string | null;
        probability?: number | null;
        comments?: string | null;
        begindate?: string | null;
        begindateShort?: unknown;
        closedate?: string | null;
        closedateShort?: unknown;
        eventDate?: unknown;
        eventDateShort?: unknown;
        eventId?: string | null;
        eventDescription?: unknown;
        locationId?: string | null;
        webformId?: string | null;
        sourceId?: string | null;
        sourceDescription?: string | null;
        originatorId?: string | null;
        originId?: string | null;
        additionalInfo?: string | null;
        searchContent?: string | null;
        orderStage?: unknown;
        movedBy?: number | null;
        movedTime?: string | null;
        lastActivityBy?: string | null;
        lastActivityTime?: string | null;
        isWork?: unknown;
        isWon?: unknown;
        isLose?: unknown;
        receivedAmount?: unknown;
        lostAmount?: unknown;
        hasProducts?: unknown;
        ufCrm_1721244707107?: number | null;
        parentId1220?: number | null;
        utmSource?: string | null;
        utmMedium?: string | null;
        utmCampaign?: string | null;
        utmContent?: string | null;
        utmTerm?: string | null;
        observers?: string[] | null;
        contactIds?: unknown;
        entityTypeId?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: crm/leads/crm-lead-add Superseded by crm.item.add. */
  "crm.lead.add": {
    params: {
      fields?: {
        ADDRESS?: string | undefined;
        ADDRESS_2?: string | undefined;
        ADDRESS_CITY?: string | undefined;
        ADDRESS_COUNTRY?: string | undefined;
        ADDRESS_COUNTRY_CODE?: string | undefined;
        ADDRESS_POSTAL_CODE?: string | undefined;
        ADDRESS_PROVINCE?: string | undefined;
        ADDRESS_REGION?: string | undefined;
        ASSIGNED_BY_ID?: number | string | undefined;
        BIRTHDATE?: string | undefined;
        COMMENTS?: string | undefined;
        COMPANY_ID?: number | string | undefined;
        COMPANY_TITLE?: string | undefined;
        CONTACT_ID?: number | string | undefined;
        CONTACT_IDS?: number | string | undefined;
        CURRENCY_ID?: string | undefined;
        EMAIL?: readonly unknown[] | undefined;
        HONORIFIC?: string | undefined;
        IM?: readonly unknown[] | undefined;
        LINK?: readonly unknown[] | undefined;
        LAST_NAME?: string | undefined;
        NAME?: string | undefined;
        SECOND_NAME?: string | undefined;
        OPENED?: YesNo | undefined;
        OPPORTUNITY?: number | string | undefined;
        IS_MANUAL_OPPORTUNITY?: YesNo | undefined;
        ORIGINATOR_ID?: string | undefined;
        ORIGIN_ID?: string | undefined;
        PHONE?: readonly unknown[] | undefined;
        POST?: string | undefined;
        SOURCE_DESCRIPTION?: string | undefined;
        SOURCE_ID?: string | undefined;
        STATUS_DESCRIPTION?: string | undefined;
        STATUS_ID?: string | undefined;
        TITLE?: string | undefined;
        UTM_CAMPAIGN?: string | undefined;
        UTM_CONTENT?: string | undefined;
        UTM_MEDIUM?: string | undefined;
        UTM_SOURCE?: string | undefined;
        UTM_TERM?: string | undefined;
        WEB?: readonly unknown[] | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      } | undefined;
      params?: {
        REGISTER_SONET_EVENT?: YesNo | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      } | undefined;
    };
    result: string;
  };
  /** Bitrix24 docs: crm/leads/management-communication/crm-lead-contact-add */
  "crm.lead.contact.add": {
    params: {
      id: number | string;
      fields: {
        CONTACT_ID: number | string;
        SORT?: number | string | undefined;
        IS_PRIMARY?: string | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: boolean;
  };
  /** Bitrix24 docs: crm/leads/management-communication/crm-lead-contact-delete */
  "crm.lead.contact.delete": {
    params: {
      id: number | string;
      fields: {
        CONTACT_ID: number | string;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: boolean;
  };
  /** Bitrix24 docs: crm/leads/management-communication/crm-lead-contact-items-delete */
  "crm.lead.contact.items.delete": {
    params: {
      id: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: crm/leads/management-communication/crm-lead-contact-items-get */
  "crm.lead.contact.items.get": {
    params: {
      id: number | string;
    };
    result: {
      CONTACT_ID?: string | null;
      SORT?: number | null;
      ROLE_ID?: string | null;
      IS_PRIMARY?: boolean | null;
    }[];
  };
  /** Bitrix24 docs: crm/leads/management-communication/crm-lead-contact-items-set */
  "crm.lead.contact.items.set": {
    params: {
      id: number | string;
      items: Readonly<Record<string, unknown>>;
    };
    result: boolean;
  };
  /** Bitrix24 docs: crm/leads/crm-lead-delete Superseded by crm.item.delete. */
  "crm.lead.delete": {
    params: {
      id: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: crm/leads/crm-lead-fields Superseded by crm.item.fields. */
  "crm.lead.fields": {
    params: Record<never, never>;
    result: {
      ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      TITLE?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      HONORIFIC?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        statusType?: string | null;
        title?: string | null;
      } | null;
      NAME?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      SECOND_NAME?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      LAST_NAME?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      BIRTHDATE?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      COMPANY_TITLE?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      SOURCE_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        statusType?: string | null;
        title?: string | null;
      } | null;
      SOURCE_DESCRIPTION?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      STATUS_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        statusType?: string | null;
        title?: string | null;
      } | null;
      STATUS_DESCRIPTION?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      STATUS_SEMANTIC_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      POST?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      ADDRESS?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      ADDRESS_2?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      ADDRESS_CITY?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      ADDRESS_POSTAL_CODE?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      ADDRESS_REGION?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      ADDRESS_PROVINCE?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      ADDRESS_COUNTRY?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      ADDRESS_COUNTRY_CODE?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      ADDRESS_LOC_ADDR_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      CURRENCY_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      OPPORTUNITY?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      IS_MANUAL_OPPORTUNITY?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      OPENED?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      COMMENTS?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      HAS_PHONE?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      HAS_EMAIL?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      HAS_IMOL?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      ASSIGNED_BY_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      CREATED_BY_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      MODIFY_BY_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      MOVED_BY_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      DATE_CREATE?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      DATE_MODIFY?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      MOVED_TIME?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      COMPANY_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
        settings?: {
          parentEntityTypeId?: string | null;
        } | null;
      } | null;
      CONTACT_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        isDeprecated?: boolean | null;
        title?: string | null;
      } | null;
      CONTACT_IDS?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      IS_RETURN_CUSTOMER?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      DATE_CLOSED?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      ORIGINATOR_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      ORIGIN_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      UTM_SOURCE?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      UTM_MEDIUM?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      UTM_CAMPAIGN?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      UTM_CONTENT?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      UTM_TERM?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      LAST_ACTIVITY_TIME?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      LAST_ACTIVITY_BY?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      PHONE?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      EMAIL?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      WEB?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      IM?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      LINK?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: crm/leads/crm-lead-get Superseded by crm.item.get. */
  "crm.lead.get": {
    params: {
      id: number | string;
    };
    result: {
      ID?: string | null;
      TITLE?: string | null;
      HONORIFIC?: string | null;
      NAME?: string | null;
      SECOND_NAME?: string | null;
      LAST_NAME?: string | null;
      COMPANY_TITLE?: string | null;
      COMPANY_ID?: string | null;
      CONTACT_ID?: string | null;
      IS_RETURN_CUSTOMER?: boolean | null;
      BIRTHDATE?: string | null;
      SOURCE_ID?: string | null;
      SOURCE_DESCRIPTION?: string | null;
      STATUS_ID?: string | null;
      STATUS_DESCRIPTION?: unknown;
      POST?: string | null;
      COMMENTS?: string | null;
      CURRENCY_ID?: string | null;
      OPPORTUNITY?: number | null;
      IS_MANUAL_OPPORTUNITY?: boolean | null;
      HAS_PHONE?: boolean | null;
      HAS_EMAIL?: boolean | null;
      HAS_IMOL?: boolean | null;
      ASSIGNED_BY_ID?: string | null;
      CREATED_BY_ID?: string | null;
      MODIFY_BY_ID?: string | null;
      DATE_CREATE?: string | null;
      DATE_MODIFY?: string | null;
      DATE_CLOSED?: string | null;
      STATUS_SEMANTIC_ID?: string | null;
      OPENED?: boolean | null;
      ORIGINATOR_ID?: string | null;
      ORIGIN_ID?: string | null;
      MOVED_BY_ID?: string | null;
      MOVED_TIME?: string | null;
      ADDRESS?: string | null;
      ADDRESS_2?: string | null;
      ADDRESS_CITY?: string | null;
      ADDRESS_POSTAL_CODE?: string | null;
      ADDRESS_REGION?: string | null;
      ADDRESS_PROVINCE?: string | null;
      ADDRESS_COUNTRY?: string | null;
      ADDRESS_COUNTRY_CODE?: string | null;
      ADDRESS_LOC_ADDR_ID?: string | null;
      UTM_SOURCE?: string | null;
      UTM_MEDIUM?: string | null;
      UTM_CAMPAIGN?: string | null;
      UTM_CONTENT?: string | null;
      UTM_TERM?: string | null;
      LAST_ACTIVITY_BY?: string | null;
      LAST_ACTIVITY_TIME?: string | null;
      PHONE?: {
        ID?: string | null;
        VALUE_TYPE?: string | null;
        VALUE?: string | null;
        TYPE_ID?: string | null;
      }[] | null;
      IM?: {
        ID?: string | null;
        VALUE_TYPE?: string | null;
        VALUE?: string | null;
        TYPE_ID?: string | null;
      }[] | null;
    };
  };
  /** Bitrix24 docs: crm/leads/crm-lead-list Superseded by crm.item.list. */
  "crm.lead.list": {
    params: {
      select?: readonly unknown[] | undefined;
      filter?: Readonly<Record<string, unknown>> | undefined;
      start?: number | string | undefined;
      order?: Readonly<Record<string, unknown>> | undefined;
    };
    result: {
      ID?: string | null;
      TITLE?: string | null;
      NAME?: string | null;
      LAST_NAME?: string | null;
      STATUS_ID?: string | null;
      STATUS_SEMANTIC_ID?: string | null;
      SOURCE_ID?: string | null;
      OPPORTUNITY?: number | null;
      CURRENCY_ID?: string | null;
      ASSIGNED_BY_ID?: string | null;
      ORIGINATOR_ID?: string | null;
      ORIGIN_ID?: string | null;
      DATE_CREATE?: string | null;
      DATE_MODIFY?: string | null;
      PHONE?: {
        ID?: string | null;
        VALUE_TYPE?: string | null;
        VALUE?: string | null;
        TYPE_ID?: string | null;
      }[] | null;
    }[];
  };
  /** Bitrix24 docs: crm/leads/crm-lead-productrows-get */
  "crm.lead.productrows.get": {
    params: {
      id: number | string;
    };
    result: {
      ID?: string | null;
      OWNER_ID?: string | null;
      OWNER_TYPE?: string | null;
      PRODUCT_ID?: string | null;
      PRODUCT_NAME?: string | null;
      ORIGINAL_PRODUCT_NAME?: string | null;
      PRODUCT_DESCRIPTION?: string | null;
      PRICE?: number | null;
      PRICE_EXCLUSIVE?: number | null;
      PRICE_NETTO?: number | null;
      PRICE_BRUTTO?: number | null;
      PRICE_ACCOUNT?: string | null;
      QUANTITY?: number | null;
      DISCOUNT_TYPE_ID?: string | null;
      DISCOUNT_RATE?: number | null;
      DISCOUNT_SUM?: number | null;
      TAX_RATE?: number | null;
      TAX_INCLUDED?: boolean | null;
      CUSTOMIZED?: boolean | null;
      MEASURE_CODE?: number | null;
      MEASURE_NAME?: string | null;
      SORT?: number | null;
      XML_ID?: string | null;
      TYPE?: number | null;
      STORE_ID?: string | null;
      RESERVE_ID?: string | null;
      DATE_RESERVE_END?: unknown;
      RESERVE_QUANTITY?: unknown;
    }[];
  };
  /** Bitrix24 docs: crm/leads/crm-lead-productrows-set */
  "crm.lead.productrows.set": {
    params: {
      id: number | string;
      rows?: readonly unknown[] | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: crm/leads/crm-lead-update Superseded by crm.item.update. */
  "crm.lead.update": {
    params: {
      id: number | string;
      fields?: Readonly<Record<string, unknown>> | undefined;
      params?: Readonly<Record<string, unknown>> | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: crm/auxiliary/multifield/crm-multifield-fields */
  "crm.multifield.fields": {
    params: Record<never, never>;
    result: {
      ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      TYPE_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      VALUE?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      VALUE_TYPE?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: crm/crm-settings-mode-get */
  "crm.settings.mode.get": {
    params: Record<never, never>;
    result: number;
  };
  /** Bitrix24 docs: crm/crm-stage-history-list */
  "crm.stagehistory.list": {
    params: {
      entityTypeId: number | string;
      order?: Readonly<Record<string, unknown>> | undefined;
      filter?: Readonly<Record<string, unknown>> | undefined;
      select?: readonly unknown[] | undefined;
      start?: number | string | undefined;
    };
    result: {
      items?: {
        ID?: string | null;
        TYPE_ID?: string | null;
        OWNER_ID?: string | null;
        CREATED_TIME?: string | null;
        CATEGORY_ID?: string | null;
        STAGE_SEMANTIC_ID?: string | null;
        STAGE_ID?: string | null;
      }[] | null;
    };
  };
  /** Bitrix24 docs: crm/status/crm-status-add */
  "crm.status.add": {
    params: {
      fields: {
        ENTITY_ID: string;
        STATUS_ID: string;
        NAME: string;
        SORT?: number | string | undefined;
        COLOR?: string | undefined;
        SEMANTICS?: string | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: string;
  };
  /** Bitrix24 docs: crm/status/crm-status-delete */
  "crm.status.delete": {
    params: {
      id: number | string;
      params?: string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: crm/status/crm-status-entity-items */
  "crm.status.entity.items": {
    params: {
      entityId: string;
    };
    result: {
      NAME?: string | null;
      SORT?: number | null;
      STATUS_ID?: string | null;
    }[];
  };
  /** Bitrix24 docs: crm/status/crm-status-entity-types */
  "crm.status.entity.types": {
    params: Record<never, never>;
    result: {
      ID?: string | null;
      NAME?: string | null;
      SEMANTIC_INFO?: {
        START_FIELD?: string | null;
        FINAL_SUCCESS_FIELD?: string | null;
        FINAL_UNSUCCESS_FIELD?: string | null;
      } | null;
    }[];
  };
  /** Bitrix24 docs: crm/status/crm-status-fields */
  "crm.status.fields": {
    params: Record<never, never>;
    result: {
      ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      ENTITY_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      STATUS_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      SORT?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      NAME?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      NAME_INIT?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      SYSTEM?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      CATEGORY_ID?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      COLOR?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      SEMANTICS?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
      EXTRA?: {
        type?: string | null;
        isRequired?: boolean | null;
        isReadOnly?: boolean | null;
        isImmutable?: boolean | null;
        isMultiple?: boolean | null;
        isDynamic?: boolean | null;
        title?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: crm/status/crm-status-get */
  "crm.status.get": {
    params: {
      id: number | string;
    };
    result: {
      ID?: string | null;
      ENTITY_ID?: string | null;
      STATUS_ID?: string | null;
      NAME?: string | null;
      NAME_INIT?: string | null;
      SORT?: number | null;
      SYSTEM?: boolean | null;
      CATEGORY_ID?: string | null;
      COLOR?: string | null;
      SEMANTICS?: string | null;
    };
  };
  /** Bitrix24 docs: crm/status/crm-status-list */
  "crm.status.list": {
    params: {
      order?: Readonly<Record<string, unknown>> | undefined;
      filter?: Readonly<Record<string, unknown>> | undefined;
    };
    result: {
      ID?: string | null;
      ENTITY_ID?: string | null;
      STATUS_ID?: string | null;
      NAME?: string | null;
      NAME_INIT?: string | null;
      SORT?: number | null;
      SYSTEM?: boolean | null;
      CATEGORY_ID?: string | null;
      COLOR?: string | null;
      SEMANTICS?: string | null;
      EXTRA?: {
        SEMANTICS?: string | null;
        COLOR?: string | null;
      } | null;
    }[];
  };
  /** Bitrix24 docs: crm/status/crm-status-update */
  "crm.status.update": {
    params: {
      id: number | string;
      fields: {
        NAME?: string | undefined;
        SORT?: number | string | undefined;
        COLOR?: string | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: boolean;
  };
  /** Bitrix24 docs: crm/timeline/bindings/crm-timeline-bindings-bind */
  "crm.timeline.bindings.bind": {
    params: {
      fields: {
        OWNER_ID: number | string;
        ENTITY_ID: number | string;
        ENTITY_TYPE: string;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: boolean;
  };
  /** Bitrix24 docs: crm/timeline/bindings/crm-timeline-bindings-list */
  "crm.timeline.bindings.list": {
    params: {
      filter: Readonly<Record<string, unknown>>;
    };
    result: {
      OWNER_ID?: string | null;
      ENTITY_ID?: string | null;
      ENTITY_TYPE?: string | null;
    }[];
  };
  /** Bitrix24 docs: crm/timeline/bindings/crm-timeline-bindings-unbind */
  "crm.timeline.bindings.unbind": {
    params: {
      fields: {
        OWNER_ID: number | string;
        ENTITY_ID: number | string;
        ENTITY_TYPE: string;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: boolean;
  };
  /** Bitrix24 docs: crm/timeline/comments/crm-timeline-comment-add */
  "crm.timeline.comment.add": {
    params: {
      fields: {
        ENTITY_ID: number | string;
        ENTITY_TYPE: string;
        COMMENT: string;
        FILES?: unknown | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: string;
  };
  /** Bitrix24 docs: crm/timeline/comments/crm-timeline-comment-delete */
  "crm.timeline.comment.delete": {
    params: {
      id: number | string;
      ownerTypeId?: number | string | undefined;
      ownerId?: number | string | undefined;
    };
    result: unknown;
  };
  /** Bitrix24 docs: crm/timeline/comments/crm-timeline-comment-get */
  "crm.timeline.comment.get": {
    params: {
      id: number | string;
    };
    result: {
      ID?: string | null;
      ENTITY_ID?: string | null;
      ENTITY_TYPE?: string | null;
      CREATED?: string | null;
      COMMENT?: string | null;
      AUTHOR_ID?: string | null;
      FILES?: Record<string, {
        id?: string | null;
        date?: string | null;
        type?: string | null;
        name?: string | null;
        size?: number | null;
        image?: {
          width?: number | null;
          height?: number | null;
        } | null;
        authorId?: string | null;
        authorName?: string | null;
        urlPreview?: string | null;
        urlShow?: string | null;
        urlDownload?: string | null;
      }> | null;
    };
  };
  /** Bitrix24 docs: crm/timeline/comments/crm-timeline-comment-list */
  "crm.timeline.comment.list": {
    params: {
      select?: readonly unknown[] | undefined;
      filter: Readonly<Record<string, unknown>>;
      order?: Readonly<Record<string, unknown>> | undefined;
      start?: number | string | undefined;
    };
    result: {
      ID?: string | null;
      ENTITY_ID?: string | null;
      ENTITY_TYPE?: string | null;
      CREATED?: string | null;
      COMMENT?: string | null;
      AUTHOR_ID?: string | null;
      FILES?: Record<string, {
        id?: string | null;
        date?: string | null;
        type?: string | null;
        name?: string | null;
        size?: number | null;
        image?: {
          width?: number | null;
          height?: number | null;
        } | null;
        authorId?: string | null;
        authorName?: string | null;
        urlPreview?: string | null;
        urlShow?: string | null;
        urlDownload?: string | null;
      }> | null;
    }[];
  };
  /** Bitrix24 docs: crm/timeline/comments/crm-timeline-comment-update */
  "crm.timeline.comment.update": {
    params: {
      id: number | string;
      fields: {
        COMMENT?: string | undefined;
        FILES?: unknown | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
      ownerTypeId?: number | string | undefined;
      ownerId?: number | string | undefined;
    };
    result: number;
  };
  /** Bitrix24 docs: crm/universal/user-defined-object-types/crm-type-add */
  "crm.type.add": {
    params: {
      fields: {
        title: string;
        entityTypeId?: number | string | undefined;
        relations?: Readonly<Record<string, unknown>> | undefined;
        isUseInUserfieldEnabled?: YesNo | undefined;
        linkedUserFields?: Readonly<Record<string, unknown>> | undefined;
        isAutomationEnabled?: YesNo | undefined;
        isBeginCloseDatesEnabled?: YesNo | undefined;
        isBizProcEnabled?: YesNo | undefined;
        isCategoriesEnabled?: YesNo | undefined;
        isClientEnabled?: YesNo | undefined;
        isDocumentsEnabled?: YesNo | undefined;
        isLinkWithProductsEnabled?: YesNo | undefined;
        isMycompanyEnabled?: YesNo | undefined;
        isObserversEnabled?: YesNo | undefined;
        isRecyclebinEnabled?: YesNo | undefined;
        isSetOpenPermissions?: YesNo | undefined;
        isSourceEnabled?: YesNo | undefined;
        isStagesEnabled?: YesNo | undefined;
        isExternal?: YesNo | undefined;
        customSectionId?: number | string | undefined;
        customSections?: readonly unknown[] | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: {
      type?: {
        id?: string | null;
        createdBy?: string | null;
        entityTypeId?: string | null;
        isCategoriesEnabled?: boolean | null;
        isStagesEnabled?: boolean | null;
        isBeginCloseDatesEnabled?: boolean | null;
        isClientEnabled?: boolean | null;
        isUseInUserfieldEnabled?: boolean | null;
        isLinkWithProductsEnabled?: boolean | null;
        isMycompanyEnabled?: boolean | null;
        isDocumentsEnabled?: boolean | null;
        isSourceEnabled?: boolean | null;
        isObserversEnabled?: boolean | null;
        isRecyclebinEnabled?: boolean | null;
        isAutomationEnabled?: boolean | null;
        isBizProcEnabled?: boolean | null;
        isSetOpenPermissions?: boolean | null;
        isPaymentsEnabled?: boolean | null;
        isCountersEnabled?: boolean | null;
        createdTime?: string | null;
        updatedTime?: string | null;
        updatedBy?: string | null;
        title?: string | null;
        relations?: {
          parent?: {
            entityTypeId?: string | null;
            isChildrenListEnabled?: boolean | null;
            isPredefined?: boolean | null;
          }[] | null;
          child?: {
            entityTypeId?: string | null;
            isChildrenListEnabled?: boolean | null;
            isPredefined?: boolean | null;
          }[] | null;
        } | null;
        linkedUserFields?: {
          "CALENDAR_EVENT|UF_CRM_CAL_EVENT"?: boolean | null;
          "TASKS_TASK|UF_CRM_TASK"?: boolean | null;
          "TASKS_TASK_TEMPLATE|UF_CRM_TASK"?: boolean | null;
        } | null;
        customSections?: unknown;
        customSectionId?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: crm/universal/user-defined-object-types/crm-type-get */
  "crm.type.get": {
    params: {
      id: number | string;
    };
    result: {
      type?: {
        id?: string | null;
        title?: string | null;
        code?: string | null;
        createdBy?: string | null;
        entityTypeId?: string | null;
        customSectionId?: string | null;
        isCategoriesEnabled?: boolean | null;
        isStagesEnabled?: boolean | null;
        isBeginCloseDatesEnabled?: boolean | null;
        isClientEnabled?: boolean | null;
        isUseInUserfieldEnabled?: boolean | null;
        isLinkWithProductsEnabled?: boolean | null;
        isMycompanyEnabled?: boolean | null;
        isDocumentsEnabled?: boolean | null;
        isSourceEnabled?: boolean | null;
        isObserversEnabled?: boolean | null;
        isRecyclebinEnabled?: boolean | null;
        isAutomationEnabled?: boolean | null;
        isBizProcEnabled?: boolean | null;
        isSetOpenPermissions?: boolean | null;
        isPaymentsEnabled?: boolean | null;
        isCountersEnabled?: boolean | null;
        createdTime?: string | null;
        updatedTime?: string | null;
        updatedBy?: string | null;
        relations?: {
          parent?: {
            entityTypeId?: string | null;
            isChildrenListEnabled?: boolean | null;
            isPredefined?: boolean | null;
          }[] | null;
          child?: {
            entityTypeId?: string | null;
            isChildrenListEnabled?: boolean | null;
            isPredefined?: boolean | null;
          }[] | null;
        } | null;
        linkedUserFields?: {
          "CALENDAR_EVENT|UF_CRM_CAL_EVENT"?: boolean | null;
          "TASKS_TASK|UF_CRM_TASK"?: boolean | null;
          "TASKS_TASK_TEMPLATE|UF_CRM_TASK"?: boolean | null;
        } | null;
        customSections?: unknown;
      } | null;
    };
  };
  /** Bitrix24 docs: crm/universal/user-defined-object-types/crm-type-get-by-entity-type-id */
  "crm.type.getByEntityTypeId": {
    params: {
      entityTypeId: number | string;
    };
    result: {
      type?: {
        id?: string | null;
        title?: string | null;
        code?: string | null;
        createdBy?: string | null;
        entityTypeId?: string | null;
        customSectionId?: string | null;
        isCategoriesEnabled?: boolean | null;
        isStagesEnabled?: boolean | null;
        isBeginCloseDatesEnabled?: boolean | null;
        isClientEnabled?: boolean | null;
        isUseInUserfieldEnabled?: boolean | null;
        isLinkWithProductsEnabled?: boolean | null;
        isMycompanyEnabled?: boolean | null;
        isDocumentsEnabled?: boolean | null;
        isSourceEnabled?: boolean | null;
        isObserversEnabled?: boolean | null;
        isRecyclebinEnabled?: boolean | null;
        isAutomationEnabled?: boolean | null;
        isBizProcEnabled?: boolean | null;
        isSetOpenPermissions?: boolean | null;
        isPaymentsEnabled?: boolean | null;
        isCountersEnabled?: boolean | null;
        createdTime?: string | null;
        updatedTime?: string | null;
        updatedBy?: string | null;
        relations?: {
          parent?: {
            entityTypeId?: string | null;
            isChildrenListEnabled?: boolean | null;
            isPredefined?: boolean | null;
          }[] | null;
          child?: {
            entityTypeId?: string | null;
            isChildrenListEnabled?: boolean | null;
            isPredefined?: boolean | null;
          }[] | null;
        } | null;
        linkedUserFields?: {
          "CALENDAR_EVENT|UF_CRM_CAL_EVENT"?: boolean | null;
          "TASKS_TASK|UF_CRM_TASK"?: boolean | null;
          "TASKS_TASK_TEMPLATE|UF_CRM_TASK"?: boolean | null;
        } | null;
        customSections?: unknown;
      } | null;
    };
  };
  /** Bitrix24 docs: crm/universal/user-defined-object-types/crm-type-list */
  "crm.type.list": {
    params: {
      order?: Readonly<Record<string, unknown>> | undefined;
      filter?: Readonly<Record<string, unknown>> | undefined;
      start?: number | string | undefined;
    };
    result: {
      types?: {
        id?: string | null;
        title?: string | null;
        code?: string | null;
        createdBy?: string | null;
        entityTypeId?: string | null;
        customSectionId?: string | null;
        isCategoriesEnabled?: boolean | null;
        isStagesEnabled?: boolean | null;
        isBeginCloseDatesEnabled?: boolean | null;
        isClientEnabled?: boolean | null;
        isUseInUserfieldEnabled?: boolean | null;
        isLinkWithProductsEnabled?: boolean | null;
        isMycompanyEnabled?: boolean | null;
        isDocumentsEnabled?: boolean | null;
        isSourceEnabled?: boolean | null;
        isObserversEnabled?: boolean | null;
        isRecyclebinEnabled?: boolean | null;
        isAutomationEnabled?: boolean | null;
        isBizProcEnabled?: boolean | null;
        isSetOpenPermissions?: boolean | null;
        isPaymentsEnabled?: boolean | null;
        isCountersEnabled?: boolean | null;
        createdTime?: string | null;
        updatedTime?: string | null;
        updatedBy?: string | null;
      }[] | null;
    };
  };
}
