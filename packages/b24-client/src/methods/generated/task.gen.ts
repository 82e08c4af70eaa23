// Written by `pnpm generate:methods` from the data of @botdeck/b24-spec. Do not edit.

import type { YesNo } from "../yes-no.ts";

export interface TaskMethods {
  /** Bitrix24 docs: tasks/checklist-item/task-checklist-item-add */
  "task.checklistitem.add": {
    params: {
      TASKID: number | string;
      FIELDS: {
        TITLE: string;
        SORT_INDEX?: number | string | undefined;
        IS_COMPLETE?: YesNo | undefined;
        IS_IMPORTANT?: YesNo | undefined;
        MEMBERS?: Readonly<Record<string, unknown>> | undefined;
        PARENT_ID?: number | string | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: string;
  };
  /** Bitrix24 docs: tasks/checklist-item/task-checklist-item-complete */
  "task.checklistitem.complete": {
    params: {
      TASKID: number | string;
      ITEMID: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: tasks/checklist-item/task-checklist-item-delete */
  "task.checklistitem.delete": {
    params: {
      TASKID: number | string;
      ITEMID: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: tasks/checklist-item/task-checklist-item-get */
  "task.checklistitem.get": {
    params: {
      TASKID: number | string;
      ITEMID: number | string;
    };
    result: {
      ID?: string | null;
      TASK_ID?: string | null;
      PARENT_ID?: string | null;
      CREATED_BY?: string | null;
      TITLE?: string | null;
      SORT_INDEX?: number | null;
      IS_COMPLETE?: boolean | null;
      IS_IMPORTANT?: boolean | null;
      TOGGLED_BY?: string | null;
      TOGGLED_DATE?: string | null;
      MEMBERS?: {
        ID?: string | null;
        TYPE?: string | null;
        NAME?: string | null;
        PERSONAL_PHOTO?: string | null;
        PERSONAL_GENDER?: string | null;
        IMAGE?: string | null;
        IS_COLLABER?: boolean | null;
      }[] | null;
      ATTACHMENTS?: Record<string, {
        ATTACHMENT_ID?: string | null;
        NAME?: string | null;
        SIZE?: string | null;
        FILE_ID?: string | null;
        DOWNLOAD_URL?: string | null;
        VIEW_URL?: string | null;
      }> | null;
    };
  };
  /** Bitrix24 docs: tasks/checklist-item/task-checklist-item-get-list */
  "task.checklistitem.getlist": {
    params: {
      TASKID: number | string;
      ORDER?: Readonly<Record<string, unknown>> | undefined;
    };
    result: {
      ID?: string | null;
      TASK_ID?: string | null;
      PARENT_ID?: string | null;
      CREATED_BY?: string | null;
      TITLE?: string | null;
      SORT_INDEX?: number | null;
      IS_COMPLETE?: boolean | null;
      IS_IMPORTANT?: boolean | null;
      TOGGLED_BY?: string | null;
      TOGGLED_DATE?: string | null;
      MEMBERS?: {
        ID?: string | null;
        TYPE?: string | null;
        NAME?: string | null;
        PERSONAL_PHOTO?: string | null;
        PERSONAL_GENDER?: string | null;
        IMAGE?: string | null;
        IS_COLLABER?: boolean | null;
      }[] | null;
      ATTACHMENTS?: Record<string, {
        ATTACHMENT_ID?: string | null;
        NAME?: string | null;
        SIZE?: string | null;
        FILE_ID?: string | null;
        DOWNLOAD_URL?: string | null;
        VIEW_URL?: string | null;
      }> | null;
    }[];
  };
  /** Bitrix24 docs: tasks/checklist-item/task-checklist-item-renew */
  "task.checklistitem.renew": {
    params: {
      TASKID: number | string;
      ITEMID: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: tasks/checklist-item/task-checklist-item-update */
  "task.checklistitem.update": {
    params: {
      TASKID: number | string;
      ITEMID: number | string;
      FIELDS: {
        TITLE?: string | undefined;
        SORT_INDEX?: number | string | undefined;
        IS_COMPLETE?: YesNo | undefined;
        IS_IMPORTANT?: YesNo | undefined;
        MEMBERS?: Readonly<Record<string, unknown>> | undefined;
        PARENT_ID?: number | string | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: unknown;
  };
  /** Bitrix24 docs: tasks/comment-item/task-comment-item-add Superseded by tasks.task.chat.message.send. */
  "task.commentitem.add": {
    params: {
      TASKID: number | string;
      FIELDS: {
        POST_MESSAGE: string;
        AUTHOR_ID?: number | string | undefined;
        POST_DATE?: string | undefined;
        UF_FORUM_MESSAGE_DOC?: readonly unknown[] | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: string;
  };
  /** Bitrix24 docs: tasks/comment-item/task-comment-item-delete Superseded by im.message.delete. */
  "task.commentitem.delete": {
    params: {
      TASKID: number | string;
      ITEMID: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: tasks/comment-item/task-comment-item-get Superseded by im.dialog.messages.get. */
  "task.commentitem.get": {
    params: {
      TASKID: number | string;
      ITEMID: number | string;
    };
    result: {
      POST_MESSAGE_HTML?: string | null;
      ID?: string | null;
      AUTHOR_ID?: string | null;
      AUTHOR_NAME?: string | null;
      AUTHOR_EMAIL?: string | null;
      POST_DATE?: string | null;
      POST_MESSAGE?: string | null;
      ATTACHED_OBJECTS?: Record<string, {
        ATTACHMENT_ID?: string | null;
        NAME?: string | null;
        SIZE?: string | null;
        FILE_ID?: string | null;
        DOWNLOAD_URL?: string | null;
        VIEW_URL?: string | null;
      }> | null;
    };
  };
  /** Bitrix24 docs: tasks/comment-item/task-comment-item-get-list Superseded by im.dialog.messages.get. */
  "task.commentitem.getlist": {
    params: {
      TASKID: number | string;
      ORDER?: Readonly<Record<string, unknown>> | undefined;
      FILTER?: Readonly<Record<string, unknown>> | undefined;
    };
    result: {
      POST_MESSAGE_HTML?: string | null;
      ID?: string | null;
      AUTHOR_ID?: string | null;
      AUTHOR_NAME?: string | null;
      AUTHOR_EMAIL?: string | null;
      POST_DATE?: string | null;
      POST_MESSAGE?: string | null;
      ATTACHED_OBJECTS?: Record<string, {
        ATTACHMENT_ID?: string | null;
        NAME?: string | null;
        SIZE?: string | null;
        FILE_ID?: string | null;
        DOWNLOAD_URL?: string | null;
        VIEW_URL?: string | null;
      }> | null;
    }[];
  };
  /** Bitrix24 docs: tasks/comment-item/task-comment-item-update Superseded by im.message.update. */
  "task.commentitem.update": {
    params: {
      TASKID: number | string;
      ITEMID: number | string;
      FIELDS: {
        POST_MESSAGE: string;
        UF_FORUM_MESSAGE_DOC?: readonly unknown[] | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: boolean;
  };
  /** Bitrix24 docs: tasks/elapsed-item/task-elapsed-item-add */
  "task.elapseditem.add": {
    params: {
      TASKID: number | string;
      ARFIELDS: {
        SECONDS: number | string;
        COMMENT_TEXT: string;
        USER_ID?: number | string | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: string;
  };
  /** Bitrix24 docs: tasks/elapsed-item/task-elapsed-item-delete */
  "task.elapseditem.delete": {
    params: {
      TASKID: number | string;
      ITEMID: number | string;
    };
    result: number;
  };
  /** Bitrix24 docs: tasks/elapsed-item/task-elapsed-item-get */
  "task.elapseditem.get": {
    params: {
      TASKID: number | string;
      ITEMID: number | string;
    };
    result: {
      ID?: string | null;
      TASK_ID?: string | null;
      USER_ID?: string | null;
      COMMENT_TEXT?: string | null;
      SECONDS?: number | null;
      MINUTES?: string | null;
      SOURCE?: string | null;
      CREATED_DATE?: string | null;
      DATE_START?: string | null;
      DATE_STOP?: string | null;
    }[];
  };
  /** Bitrix24 docs: tasks/elapsed-item/task-elapsed-item-get-list */
  "task.elapseditem.getlist": {
    params: {
      TASKID?: number | string | undefined;
      ORDER?: {
        ID?: string | undefined;
        USER_ID?: string | undefined;
        MINUTES?: string | undefined;
        SECONDS?: string | undefined;
        CREATED_DATE?: string | undefined;
        DATE_START?: string | undefined;
        DATE_STOP?: string | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      } | undefined;
      FILTER?: {
        ID?: number | string | undefined;
        USER_ID?: number | string | undefined;
        CREATED_DATE?: string | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      } | undefined;
      SELECT?: readonly unknown[] | undefined;
      PARAMS?: Readonly<Record<string, unknown>> | undefined;
    };
    result: {
      ID?: string | null;
      TASK_ID?: string | null;
      USER_ID?: string | null;
      COMMENT_TEXT?: string | null;
      SECONDS?: number | null;
      MINUTES?: string | null;
      SOURCE?: string | null;
      CREATED_DATE?: string | null;
      DATE_START?: string | null;
      DATE_STOP?: string | null;
    }[];
  };
  /** Bitrix24 docs: tasks/elapsed-item/task-elapsed-item-update */
  "task.elapseditem.update": {
    params: {
      TASKID: number | string;
      ITEMID: number | string;
      ARFIELDS: {
        SECONDS: number | string;
        COMMENT_TEXT: string;
        USER_ID?: number | string | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: number;
  };
  /** Bitrix24 docs: tasks/user-field/task-item-user-field-add */
  "task.item.userfield.add": {
    params: {
      PARAMS: {
        USER_TYPE_ID: string;
        FIELD_NAME: string;
        XML_ID?: string | undefined;
        EDIT_FORM_LABEL?: Readonly<Record<string, unknown>> | undefined;
        LABEL?: string | undefined;
        SORT?: number | string | undefined;
        MULTIPLE?: string | undefined;
        MANDATORY?: string | undefined;
        SETTINGS?: Readonly<Record<string, unknown>> | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: string;
  };
  /** Bitrix24 docs: tasks/user-field/task-item-user-field-delete */
  "task.item.userfield.delete": {
    params: {
      ID: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: tasks/user-field/task-item-user-field-get */
  "task.item.userfield.get": {
    params: {
      ID: number | string;
    };
    result: {
      ID?: string | null;
      ENTITY_ID?: string | null;
      FIELD_NAME?: string | null;
      USER_TYPE_ID?: string | null;
      XML_ID?: string | null;
      SORT?: number | null;
      MULTIPLE?: boolean | null;
      MANDATORY?: boolean | null;
      SHOW_FILTER?: string | null;
      SHOW_IN_LIST?: boolean | null;
      EDIT_IN_LIST?: boolean | null;
      IS_SEARCHABLE?: boolean | null;
      SETTINGS?: {
        SIZE?: number | null;
        ROWS?: number | null;
        REGEXP?: string | null;
        MIN_LENGTH?: number | null;
        MAX_LENGTH?: number | null;
        DEFAULT_VALUE?: string | null;
      } | null;
      EDIT_FORM_LABEL?: {
        en?: string | null;
        ru?: string | null;
      } | null;
      LIST_COLUMN_LABEL?: {
        en?: string | null;
        ru?: string | null;
      } | null;
      LIST_FILTER_LABEL?: {
        en?: string | null;
        ru?: string | null;
      } | null;
      ERROR_MESSAGE?: {
        en?: string | null;
        ru?: string | null;
      } | null;
      HELP_MESSAGE?: {
        en?: string | null;
        ru?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: tasks/user-field/task-item-user-field-get-list */
  "task.item.userfield.getlist": {
    params: {
      ORDER?: Readonly<Record<string, unknown>> | undefined;
      FILTER?: Readonly<Record<string, unknown>> | undefined;
    };
    result: {
      ID?: string | null;
      ENTITY_ID?: string | null;
      FIELD_NAME?: string | null;
      USER_TYPE_ID?: string | null;
      XML_ID?: string | null;
      SORT?: number | null;
      MULTIPLE?: boolean | null;
      MANDATORY?: boolean | null;
      SHOW_FILTER?: string | null;
      SHOW_IN_LIST?: boolean | null;
      EDIT_IN_LIST?: boolean | null;
      IS_SEARCHABLE?: boolean | null;
      SETTINGS?: {
        LEAD?: boolean | null;
        CONTACT?: boolean | null;
        COMPANY?: boolean | null;
        DEAL?: boolean | null;
        IBLOCK_ID?: string | null;
        SECTION_ID?: string | null;
        UF_TO_SAVE_ALLOW_EDIT?: string | null;
        SIZE?: number | null;
        ROWS?: number | null;
        REGEXP?: string | null;
        MIN_LENGTH?: number | null;
        MAX_LENGTH?: number | null;
        DEFAULT_VALUE?: unknown;
        PRECISION?: number | null;
        MIN_VALUE?: number | null;
        MAX_VALUE?: number | null;
        USE_SECOND?: boolean | null;
        USE_TIMEZONE?: boolean | null;
        DISPLAY?: string | null;
        LABEL?: string[] | null;
        LABEL_CHECKBOX?: string | null;
      } | null;
    }[];
  };
  /** Bitrix24 docs: tasks/user-field/task-item-user-field-update */
  "task.item.userfield.update": {
    params: {
      ID: number | string;
      DATA: {
        XML_ID?: string | undefined;
        EDIT_FORM_LABEL?: Readonly<Record<string, unknown>> | undefined;
        LABEL?: string | undefined;
        SORT?: number | string | undefined;
        MULTIPLE?: string | undefined;
        MANDATORY?: string | undefined;
        SETTINGS?: Readonly<Record<string, unknown>> | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: boolean;
  };
  /** Bitrix24 docs: tasks/stages/task-stages-add */
  "task.stages.add": {
    params: {
      fields: {
        TITLE: string;
        COLOR?: string | undefined;
        AFTER_ID?: number | string | undefined;
        ENTITY_ID?: number | string | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
      isAdmin?: YesNo | undefined;
    };
    result: string;
  };
  /** Bitrix24 docs: tasks/stages/task-stages-can-move-task */
  "task.stages.canmovetask": {
    params: {
      entityId: number | string;
      entityType: string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: tasks/stages/task-stages-delete */
  "task.stages.delete": {
    params: {
      id: number | string;
      isAdmin?: YesNo | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: tasks/stages/task-stages-get */
  "task.stages.get": {
    params: {
      entityId: number | string;
      isAdmin?: YesNo | undefined;
    };
    result: Record<string, {
      ID?: string | null;
      TITLE?: string | null;
      SORT?: number | null;
      COLOR?: string | null;
      SYSTEM_TYPE?: string | null;
      ENTITY_ID?: string | null;
      ENTITY_TYPE?: string | null;
      ADDITIONAL_FILTER?: unknown;
      TO_UPDATE?: unknown;
      TO_UPDATE_ACCESS?: unknown;
    }>;
  };
  /** Bitrix24 docs: tasks/stages/task-stages-move-task */
  "task.stages.movetask": {
    params: {
      id: number | string;
      stageId: number | string;
      before?: number | string | undefined;
      after?: number | string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: tasks/stages/task-stages-update */
  "task.stages.update": {
    params: {
      id: number | string;
      fields: readonly {
        TITLE?: string | undefined;
        COLOR?: string | undefined;
        AFTER_ID?: number | string | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      }[] | {
        TITLE?: string | undefined;
        COLOR?: string | undefined;
        AFTER_ID?: number | string | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
      isAdmin?: YesNo | undefined;
    };
    result: boolean;
  };
}
