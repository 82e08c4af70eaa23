// Written by `pnpm generate:methods` from the data of @botdeck/b24-spec. Do not edit.

export interface ListsMethods {
  /** Bitrix24 docs: lists/lists/lists-add */
  "lists.add": {
    params: {
      IBLOCK_TYPE_ID: string;
      IBLOCK_CODE: string;
      SOCNET_GROUP_ID?: number | string | undefined;
      FIELDS: readonly {
        NAME: string;
        DESCRIPTION?: string | undefined;
        SORT?: number | string | undefined;
        PICTURE?: readonly unknown[] | undefined;
        BIZPROC?: string | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      }[] | {
        NAME: string;
        DESCRIPTION?: string | undefined;
        SORT?: number | string | undefined;
        PICTURE?: readonly unknown[] | undefined;
        BIZPROC?: string | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
      MESSAGES?: readonly unknown[] | undefined;
      RIGHTS?: readonly unknown[] | undefined;
    };
    result: string;
  };
  /** Bitrix24 docs: lists/lists/lists-delete */
  "lists.delete": {
    params: {
      IBLOCK_TYPE_ID: string;
      IBLOCK_ID?: number | string | undefined;
      IBLOCK_CODE?: string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: lists/elements/lists-element-add */
  "lists.element.add": {
    params: {
      IBLOCK_TYPE_ID: string;
      IBLOCK_ID?: number | string | undefined;
      IBLOCK_CODE?: string | undefined;
      ELEMENT_CODE: string;
      FIELDS: readonly {
        NAME: string;
        PROPERTY_PropertyId?: unknown | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      }[] | {
        NAME: string;
        PROPERTY_PropertyId?: unknown | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
      IBLOCK_SECTION_ID?: number | string | undefined;
      LIST_ELEMENT_URL?: string | undefined;
    };
    result: string;
  };
  /** Bitrix24 docs: lists/elements/lists-element-delete */
  "lists.element.delete": {
    params: {
      IBLOCK_TYPE_ID: string;
      IBLOCK_ID?: number | string | undefined;
      IBLOCK_CODE?: string | undefined;
      ELEMENT_ID?: number | string | undefined;
      ELEMENT_CODE?: string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: lists/elements/lists-element-get */
  "lists.element.get": {
    params: {
      IBLOCK_TYPE_ID: string;
      IBLOCK_ID?: number | string | undefined;
      IBLOCK_CODE?: string | undefined;
      ELEMENT_ID?: number | string | undefined;
      ELEMENT_CODE?: string | undefined;
      SELECT?: readonly unknown[] | undefined;
      FILTER?: Readonly<Record<string, unknown>> | undefined;
      ELEMENT_ORDER?: Readonly<Record<string, unknown>> | undefined;
      start?: number | string | undefined;
    };
    result: {
      ID?: string | null;
      NAME?: string | null;
      IBLOCK_SECTION_ID?: string | null;
      CREATED_BY?: string | null;
      CODE?: string | null;
      PROPERTY_951?: Record<string, string> | null;
      PROPERTY_1003?: Record<string, string> | null;
    }[];
  };
  /** Bitrix24 docs: lists/elements/lists-element-get-file-url */
  "lists.element.get.file.url": {
    params: {
      IBLOCK_TYPE_ID: string;
      IBLOCK_ID?: number | string | undefined;
      IBLOCK_CODE?: string | undefined;
      ELEMENT_ID?: number | string | undefined;
      ELEMENT_CODE?: string | undefined;
      FIELD_ID: number | string;
    };
    result: string[];
  };
  /** Bitrix24 docs: lists/elements/lists-element-update */
  "lists.element.update": {
    params: {
      IBLOCK_TYPE_ID: string;
      IBLOCK_ID?: number | string | undefined;
      IBLOCK_CODE?: string | undefined;
      ELEMENT_ID?: number | string | undefined;
      ELEMENT_CODE?: string | undefined;
      FIELDS: readonly {
        NAME: string;
        PROPERTY_PropertyId?: unknown | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      }[] | {
        NAME: string;
        PROPERTY_PropertyId?: unknown | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: boolean;
  };
  /** Bitrix24 docs: lists/fields/lists-field-add */
  "lists.field.add": {
    params: {
      IBLOCK_TYPE_ID: string;
      IBLOCK_ID?: number | string | undefined;
      IBLOCK_CODE?: string | undefined;
      FIELDS: readonly {
        NAME: string;
        TYPE: string;
        IS_REQUIRED?: string | undefined;
        MULTIPLE?: string | undefined;
        SORT?: number | string | undefined;
        DEFAULT_VALUE?: unknown | undefined;
        LIST?: readonly unknown[] | undefined;
        LIST_TEXT_VALUES?: string | undefined;
        LIST_DEF?: readonly unknown[] | undefined;
        CODE?: string | undefined;
        SETTINGS?: readonly unknown[] | undefined;
        USER_TYPE_SETTINGS?: readonly unknown[] | undefined;
        ROW_COUNT?: number | string | undefined;
        COL_COUNT?: number | string | undefined;
        LINK_IBLOCK_ID?: number | string | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      }[] | {
        NAME: string;
        TYPE: string;
        IS_REQUIRED?: string | undefined;
        MULTIPLE?: string | undefined;
        SORT?: number | string | undefined;
        DEFAULT_VALUE?: unknown | undefined;
        LIST?: readonly unknown[] | undefined;
        LIST_TEXT_VALUES?: string | undefined;
        LIST_DEF?: readonly unknown[] | undefined;
        CODE?: string | undefined;
        SETTINGS?: readonly unknown[] | undefined;
        USER_TYPE_SETTINGS?: readonly unknown[] | undefined;
        ROW_COUNT?: number | string | undefined;
        COL_COUNT?: number | string | undefined;
        LINK_IBLOCK_ID?: number | string | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: string;
  };
  /** Bitrix24 docs: lists/fields/lists-field-delete */
  "lists.field.delete": {
    params: {
      IBLOCK_TYPE_ID: string;
      IBLOCK_ID?: number | string | undefined;
      IBLOCK_CODE?: string | undefined;
      FIELD_ID: string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: lists/fields/lists-field-get */
  "lists.field.get": {
    params: {
      IBLOCK_TYPE_ID: string;
      IBLOCK_ID?: number | string | undefined;
      IBLOCK_CODE?: string | undefined;
      FIELD_ID?: string | undefined;
    };
    result: {
      L?: {
        FIELD_ID?: string | null;
        SORT?: number | null;
        NAME?: string | null;
        IS_REQUIRED?: boolean | null;
        MULTIPLE?: boolean | null;
        DEFAULT_VALUE?: string | null;
        TYPE?: string | null;
        PROPERTY_TYPE?: string | null;
        PROPERTY_USER_TYPE?: unknown;
        CODE?: string | null;
        ID?: string | null;
        LINK_IBLOCK_ID?: string | null;
        ROW_COUNT?: number | null;
        COL_COUNT?: number | null;
        USER_TYPE_SETTINGS?: unknown;
        SETTINGS?: {
          SHOW_ADD_FORM?: boolean | null;
          SHOW_EDIT_FORM?: boolean | null;
          ADD_READ_ONLY_FIELD?: boolean | null;
          EDIT_READ_ONLY_FIELD?: boolean | null;
          SHOW_FIELD_PREVIEW?: boolean | null;
        } | null;
        DISPLAY_VALUES_FORM?: Record<string, string> | null;
      } | null;
    };
  };
  /** Bitrix24 docs: lists/fields/lists-field-type-get */
  "lists.field.type.get": {
    params: {
      IBLOCK_TYPE_ID: string;
      IBLOCK_ID?: number | string | undefined;
      IBLOCK_CODE?: string | undefined;
      FIELD_ID?: string | undefined;
    };
    result: {
      SORT?: string | null;
      ACTIVE_FROM?: string | null;
      ACTIVE_TO?: string | null;
      PREVIEW_PICTURE?: string | null;
      PREVIEW_TEXT?: string | null;
      DETAIL_PICTURE?: string | null;
      DETAIL_TEXT?: string | null;
      CREATED_BY?: string | null;
      TIMESTAMP_X?: string | null;
      MODIFIED_BY?: string | null;
      S?: string | null;
      N?: string | null;
      L?: string | null;
      F?: string | null;
      G?: string | null;
      E?: string | null;
      "S:Date"?: string | null;
      "S:DateTime"?: string | null;
      "S:HTML"?: string | null;
      "E:EList"?: string | null;
      "N:Sequence"?: string | null;
      "S:ECrm"?: string | null;
      "S:Money"?: string | null;
      "S:DiskFile"?: string | null;
      "S:map_yandex"?: string | null;
      "S:employee"?: string | null;
    };
  };
  /** Bitrix24 docs: lists/fields/lists-field-update */
  "lists.field.update": {
    params: {
      IBLOCK_TYPE_ID: string;
      IBLOCK_ID?: number | string | undefined;
      IBLOCK_CODE?: string | undefined;
      FIELDS: readonly {
        NAME: string;
        TYPE: string;
        IS_REQUIRED?: string | undefined;
        MULTIPLE?: string | undefined;
        SORT?: number | string | undefined;
        DEFAULT_VALUE?: unknown | undefined;
        LIST?: readonly unknown[] | undefined;
        LIST_TEXT_VALUES?: string | undefined;
        LIST_DEF?: readonly unknown[] | undefined;
        CODE?: string | undefined;
        SETTINGS?: readonly unknown[] | undefined;
        USER_TYPE_SETTINGS?: readonly unknown[] | undefined;
        ROW_COUNT?: number | string | undefined;
        COL_COUNT?: number | string | undefined;
        LINK_IBLOCK_ID?: number | string | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      }[] | {
        NAME: string;
        TYPE: string;
        IS_REQUIRED?: string | undefined;
        MULTIPLE?: string | undefined;
        SORT?: number | string | undefined;
        DEFAULT_VALUE?: unknown | undefined;
        LIST?: readonly unknown[] | undefined;
        LIST_TEXT_VALUES?: string | undefined;
        LIST_DEF?: readonly unknown[] | undefined;
        CODE?: string | undefined;
        SETTINGS?: readonly unknown[] | undefined;
        USER_TYPE_SETTINGS?: readonly unknown[] | undefined;
        ROW_COUNT?: number | string | undefined;
        COL_COUNT?: number | string | undefined;
        LINK_IBLOCK_ID?: number | string | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
      FIELD_ID: string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: lists/lists/lists-get */
  "lists.get": {
    params: {
      IBLOCK_TYPE_ID: string;
      IBLOCK_ID?: number | string | undefined;
      IBLOCK_CODE?: string | undefined;
      SOCNET_GROUP_ID?: number | string | undefined;
      IBLOCK_ORDER?: Readonly<Record<string, unknown>> | undefined;
      start?: number | string | undefined;
    };
    result: {
      ID?: string | null;
      TIMESTAMP_X?: string | null;
      IBLOCK_TYPE_ID?: string | null;
      LID?: string | null;
      CODE?: string | null;
      API_CODE?: unknown;
      NAME?: string | null;
      ACTIVE?: boolean | null;
      SORT?: number | null;
      LIST_PAGE_URL?: unknown;
      DETAIL_PAGE_URL?: unknown;
      SECTION_PAGE_URL?: unknown;
      CANONICAL_PAGE_URL?: unknown;
      PICTURE?: unknown;
      DESCRIPTION?: string | null;
      DESCRIPTION_TYPE?: string | null;
      RSS_TTL?: string | null;
      RSS_ACTIVE?: boolean | null;
      RSS_FILE_ACTIVE?: boolean | null;
      RSS_FILE_LIMIT?: unknown;
      RSS_FILE_DAYS?: unknown;
      RSS_YANDEX_ACTIVE?: boolean | null;
      XML_ID?: string | null;
      TMP_ID?: string | null;
      INDEX_ELEMENT?: boolean | null;
      INDEX_SECTION?: boolean | null;
      WORKFLOW?: boolean | null;
      BIZPROC?: boolean | null;
      SECTION_CHOOSER?: string | null;
      LIST_MODE?: unknown;
      RIGHTS_MODE?: string | null;
      SECTION_PROPERTY?: unknown;
      PROPERTY_INDEX?: unknown;
      VERSION?: string | null;
      LAST_CONV_ELEMENT?: string | null;
      SOCNET_GROUP_ID?: string | null;
      EDIT_FILE_BEFORE?: unknown;
      EDIT_FILE_AFTER?: unknown;
      SECTIONS_NAME?: string | null;
      SECTION_NAME?: string | null;
      ELEMENTS_NAME?: string | null;
      ELEMENT_NAME?: string | null;
      REST_ON?: boolean | null;
      FULLTEXT_INDEX?: boolean | null;
      EXTERNAL_ID?: string | null;
      LANG_DIR?: string | null;
      SERVER_NAME?: unknown;
    }[];
  };
  /** Bitrix24 docs: lists/lists/lists-get-iblock-type-id */
  "lists.get.iblock.type.id": {
    params: {
      IBLOCK_ID?: number | string | undefined;
      IBLOCK_CODE?: string | undefined;
    };
    result: string;
  };
  /** Bitrix24 docs: lists/sections/lists-section-add */
  "lists.section.add": {
    params: {
      IBLOCK_TYPE_ID: string;
      IBLOCK_ID?: number | string | undefined;
      IBLOCK_CODE?: string | undefined;
      IBLOCK_SECTION_ID?: number | string | undefined;
      SECTION_CODE: string;
      FIELDS: readonly {
        NAME: string;
        EXTERNAL_ID?: string | undefined;
        XML_ID?: string | undefined;
        SORT?: number | string | undefined;
        ACTIVE?: string | undefined;
        PICTURE?: readonly unknown[] | undefined;
        DESCRIPTION?: string | undefined;
        DESCRIPTION_TYPE?: string | undefined;
        DETAIL_PICTURE?: readonly unknown[] | undefined;
        SECTION_PROPERTY?: readonly unknown[] | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      }[] | {
        NAME: string;
        EXTERNAL_ID?: string | undefined;
        XML_ID?: string | undefined;
        SORT?: number | string | undefined;
        ACTIVE?: string | undefined;
        PICTURE?: readonly unknown[] | undefined;
        DESCRIPTION?: string | undefined;
        DESCRIPTION_TYPE?: string | undefined;
        DETAIL_PICTURE?: readonly unknown[] | undefined;
        SECTION_PROPERTY?: readonly unknown[] | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: string;
  };
  /** Bitrix24 docs: lists/sections/lists-section-delete */
  "lists.section.delete": {
    params: {
      IBLOCK_TYPE_ID: string;
      IBLOCK_ID?: number | string | undefined;
      IBLOCK_CODE?: string | undefined;
      SECTION_ID?: number | string | undefined;
      SECTION_CODE?: string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: lists/sections/lists-section-get */
  "lists.section.get": {
    params: {
      IBLOCK_TYPE_ID: string;
      IBLOCK_ID?: number | string | undefined;
      IBLOCK_CODE?: string | undefined;
      FILTER?: Readonly<Record<string, unknown>> | undefined;
      SELECT?: readonly unknown[] | undefined;
    };
    result: {
      ID?: string | null;
      CODE?: string | null;
      XML_ID?: string | null;
      EXTERNAL_ID?: string | null;
      IBLOCK_SECTION_ID?: string | null;
      TIMESTAMP_X?: string | null;
      SORT?: number | null;
      NAME?: string | null;
      ACTIVE?: boolean | null;
      GLOBAL_ACTIVE?: boolean | null;
      LEFT_MARGIN?: string | null;
      RIGHT_MARGIN?: string | null;
      DEPTH_LEVEL?: string | null;
      SEARCHABLE_CONTENT?: string | null;
      MODIFIED_BY?: string | null;
      DATE_CREATE?: string | null;
      CREATED_BY?: string | null;
    }[];
  };
  /** Bitrix24 docs: lists/sections/lists-section-update */
  "lists.section.update": {
    params: {
      IBLOCK_TYPE_ID: string;
      IBLOCK_ID?: number | string | undefined;
      IBLOCK_CODE?: string | undefined;
      SECTION_ID?: number | string | undefined;
      SECTION_CODE?: string | undefined;
      FIELDS: readonly {
        NAME: string;
        EXTERNAL_ID?: string | undefined;
        XML_ID?: string | undefined;
        SORT?: number | string | undefined;
        ACTIVE?: string | undefined;
        PICTURE?: readonly unknown[] | undefined;
        DESCRIPTION?: string | undefined;
        DESCRIPTION_TYPE?: string | undefined;
        DETAIL_PICTURE?: readonly unknown[] | undefined;
        SECTION_PROPERTY?: readonly unknown[] | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      }[] | {
        NAME: string;
        EXTERNAL_ID?: string | undefined;
        XML_ID?: string | undefined;
        SORT?: number | string | undefined;
        ACTIVE?: string | undefined;
        PICTURE?: readonly unknown[] | undefined;
        DESCRIPTION?: string | undefined;
        DESCRIPTION_TYPE?: string | undefined;
        DETAIL_PICTURE?: readonly unknown[] | undefined;
        SECTION_PROPERTY?: readonly unknown[] | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: boolean;
  };
  /** Bitrix24 docs: lists/lists/lists-update */
  "lists.update": {
    params: {
      IBLOCK_TYPE_ID: string;
      IBLOCK_ID?: number | string | undefined;
      IBLOCK_CODE?: string | undefined;
      SOCNET_GROUP_ID?: number | string | undefined;
      FIELDS: {
        NAME: string;
        DESCRIPTION?: string | undefined;
        SORT?: number | string | undefined;
        PICTURE?: readonly unknown[] | undefined;
        BIZPROC?: string | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
      MESSAGES?: readonly unknown[] | undefined;
      RIGHTS?: readonly unknown[] | undefined;
    };
    result: boolean;
  };
}
