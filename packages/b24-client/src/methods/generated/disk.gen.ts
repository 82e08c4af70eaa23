// Written by `pnpm generate:methods` from the data of @botdeck/b24-spec. Do not edit.

import type { YesNo } from "../yes-no.ts";

export interface DiskMethods {
  /** Bitrix24 docs: disk/attached-object/disk-attached-object-get */
  "disk.attachedObject.get": {
    params: {
      id: number | string;
    };
    result: {
      ID?: string | null;
      OBJECT_ID?: string | null;
      MODULE_ID?: string | null;
      ENTITY_TYPE?: string | null;
      ENTITY_ID?: string | null;
      CREATE_TIME?: string | null;
      CREATED_BY?: string | null;
      DOWNLOAD_URL?: string | null;
      NAME?: string | null;
      SIZE?: number | null;
    };
  };
  /** Bitrix24 docs: disk/file/disk-file-copy-to */
  "disk.file.copyTo": {
    params: {
      id: number | string;
      targetFolderId: number | string;
    };
    result: {
      ID?: string | null;
      NAME?: string | null;
      CODE?: string | null;
      STORAGE_ID?: string | null;
      TYPE?: string | null;
      PARENT_ID?: string | null;
      DELETED_TYPE?: number | null;
      GLOBAL_CONTENT_VERSION?: number | null;
      FILE_ID?: string | null;
      SIZE?: number | null;
      CREATE_TIME?: string | null;
      UPDATE_TIME?: string | null;
      DELETE_TIME?: string | null;
      CREATED_BY?: string | null;
      UPDATED_BY?: string | null;
      DELETED_BY?: string | null;
      DOWNLOAD_URL?: string | null;
      DETAIL_URL?: string | null;
    };
  };
  /** Bitrix24 docs: disk/file/disk-file-delete */
  "disk.file.delete": {
    params: {
      id: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: disk/file/disk-file-get */
  "disk.file.get": {
    params: {
      id: number | string;
    };
    result: {
      ID?: string | null;
      NAME?: string | null;
      CODE?: string | null;
      STORAGE_ID?: string | null;
      TYPE?: string | null;
      PARENT_ID?: string | null;
      DELETED_TYPE?: string | null;
      GLOBAL_CONTENT_VERSION?: number | null;
      FILE_ID?: string | null;
      SIZE?: number | null;
      CREATE_TIME?: string | null;
      UPDATE_TIME?: string | null;
      DELETE_TIME?: string | null;
      CREATED_BY?: string | null;
      UPDATED_BY?: string | null;
      DELETED_BY?: string | null;
      DOWNLOAD_URL?: string | null;
      DETAIL_URL?: string | null;
    };
  };
  /** Bitrix24 docs: disk/file/disk-file-get-external-link */
  "disk.file.getExternalLink": {
    params: {
      id: number | string;
    };
    result: string;
  };
  /** Bitrix24 docs: disk/file/disk-file-get-fields */
  "disk.file.getFields": {
    params: Record<never, never>;
    result: {
      ID?: {
        TYPE?: string | null;
        USE_IN_FILTER?: boolean | null;
        USE_IN_SHOW?: boolean | null;
      } | null;
      NAME?: {
        TYPE?: string | null;
        USE_IN_FILTER?: boolean | null;
        USE_IN_SHOW?: boolean | null;
      } | null;
      TYPE?: {
        TYPE?: string | null;
        USE_IN_FILTER?: boolean | null;
        USE_IN_SHOW?: boolean | null;
      } | null;
      CODE?: {
        TYPE?: string | null;
        USE_IN_FILTER?: boolean | null;
        USE_IN_SHOW?: boolean | null;
      } | null;
      STORAGE_ID?: {
        TYPE?: string | null;
        USE_IN_FILTER?: boolean | null;
        USE_IN_SHOW?: boolean | null;
      } | null;
      PARENT_ID?: {
        TYPE?: string | null;
        USE_IN_FILTER?: boolean | null;
        USE_IN_SHOW?: boolean | null;
      } | null;
      CREATE_TIME?: {
        TYPE?: string | null;
        USE_IN_FILTER?: boolean | null;
        USE_IN_SHOW?: boolean | null;
      } | null;
      UPDATE_TIME?: {
        TYPE?: string | null;
        USE_IN_FILTER?: boolean | null;
        USE_IN_SHOW?: boolean | null;
      } | null;
      DELETE_TIME?: {
        TYPE?: string | null;
        USE_IN_FILTER?: boolean | null;
        USE_IN_SHOW?: boolean | null;
      } | null;
      CREATED_BY?: {
        TYPE?: string | null;
        USE_IN_FILTER?: boolean | null;
        USE_IN_SHOW?: boolean | null;
      } | null;
      UPDATED_BY?: {
        TYPE?: string | null;
        USE_IN_FILTER?: boolean | null;
        USE_IN_SHOW?: boolean | null;
      } | null;
      DELETED_BY?: {
        TYPE?: string | null;
        USE_IN_FILTER?: boolean | null;
        USE_IN_SHOW?: boolean | null;
      } | null;
      GLOBAL_CONTENT_VERSION?: {
        TYPE?: string | null;
        USE_IN_FILTER?: boolean | null;
        USE_IN_SHOW?: boolean | null;
      } | null;
      FILE_ID?: {
        TYPE?: string | null;
        USE_IN_FILTER?: boolean | null;
        USE_IN_SHOW?: boolean | null;
      } | null;
      SIZE?: {
        TYPE?: string | null;
        USE_IN_FILTER?: boolean | null;
        USE_IN_SHOW?: boolean | null;
      } | null;
      DELETED_TYPE?: {
        TYPE?: string | null;
        USE_IN_FILTER?: boolean | null;
        USE_IN_SHOW?: boolean | null;
      } | null;
    };
  };
  /** Bitrix24 docs: disk/file/disk-file-get-versions */
  "disk.file.getVersions": {
    params: {
      id: number | string;
      filter?: Readonly<Record<string, unknown>> | undefined;
      start?: number | string | undefined;
    };
    result: {
      ID?: string | null;
      OBJECT_ID?: string | null;
      SIZE?: number | null;
      NAME?: string | null;
      GLOBAL_CONTENT_VERSION?: number | null;
      CREATE_TIME?: string | null;
      CREATED_BY?: string | null;
      DOWNLOAD_URL?: string | null;
    }[];
  };
  /** Bitrix24 docs: disk/file/disk-file-mark-deleted */
  "disk.file.markDeleted": {
    params: {
      id: number | string;
    };
    result: {
      ID?: string | null;
      NAME?: string | null;
      CODE?: string | null;
      STORAGE_ID?: string | null;
      TYPE?: string | null;
      PARENT_ID?: string | null;
      DELETED_TYPE?: string | null;
      GLOBAL_CONTENT_VERSION?: number | null;
      FILE_ID?: string | null;
      SIZE?: number | null;
      CREATE_TIME?: string | null;
      UPDATE_TIME?: string | null;
      DELETE_TIME?: string | null;
      CREATED_BY?: string | null;
      UPDATED_BY?: string | null;
      DELETED_BY?: string | null;
      DOWNLOAD_URL?: string | null;
      DETAIL_URL?: string | null;
    };
  };
  /** Bitrix24 docs: disk/file/disk-file-move-to */
  "disk.file.moveTo": {
    params: {
      id: number | string;
      targetFolderId: number | string;
    };
    result: {
      ID?: string | null;
      NAME?: string | null;
      CODE?: string | null;
      STORAGE_ID?: string | null;
      TYPE?: string | null;
      PARENT_ID?: string | null;
      DELETED_TYPE?: string | null;
      GLOBAL_CONTENT_VERSION?: number | null;
      FILE_ID?: string | null;
      SIZE?: number | null;
      CREATE_TIME?: string | null;
      UPDATE_TIME?: string | null;
      DELETE_TIME?: string | null;
      CREATED_BY?: string | null;
      UPDATED_BY?: string | null;
      DELETED_BY?: string | null;
      DOWNLOAD_URL?: string | null;
      DETAIL_URL?: string | null;
    };
  };
  /** Bitrix24 docs: disk/file/disk-file-rename */
  "disk.file.rename": {
    params: {
      id: number | string;
      newName: string;
    };
    result: {
      ID?: string | null;
      NAME?: string | null;
      CODE?: string | null;
      STORAGE_ID?: string | null;
      TYPE?: string | null;
      PARENT_ID?: string | null;
      DELETED_TYPE?: string | null;
      GLOBAL_CONTENT_VERSION?: number | null;
      FILE_ID?: string | null;
      SIZE?: number | null;
      CREATE_TIME?: string | null;
      UPDATE_TIME?: string | null;
      DELETE_TIME?: string | null;
      CREATED_BY?: string | null;
      UPDATED_BY?: string | null;
      DELETED_BY?: string | null;
      DOWNLOAD_URL?: string | null;
      DETAIL_URL?: string | null;
    };
  };
  /** Bitrix24 docs: disk/file/disk-file-restore */
  "disk.file.restore": {
    params: {
      id: number | string;
    };
    result: {
      ID?: string | null;
      NAME?: string | null;
      CODE?: string | null;
      STORAGE_ID?: string | null;
      TYPE?: string | null;
      PARENT_ID?: string | null;
      DELETED_TYPE?: number | null;
      GLOBAL_CONTENT_VERSION?: number | null;
      FILE_ID?: string | null;
      SIZE?: number | null;
      CREATE_TIME?: string | null;
      UPDATE_TIME?: string | null;
      DELETE_TIME?: string | null;
      CREATED_BY?: string | null;
      UPDATED_BY?: string | null;
      DELETED_BY?: string | null;
      DOWNLOAD_URL?: string | null;
      DETAIL_URL?: string | null;
    };
  };
  /** Bitrix24 docs: disk/file/disk-file-restore-from-version */
  "disk.file.restoreFromVersion": {
    params: {
      id: number | string;
      versionId: number | string;
    };
    result: {
      ID?: string | null;
      NAME?: string | null;
      CODE?: string | null;
      STORAGE_ID?: string | null;
      TYPE?: string | null;
      PARENT_ID?: string | null;
      DELETED_TYPE?: string | null;
      GLOBAL_CONTENT_VERSION?: number | null;
      FILE_ID?: string | null;
      SIZE?: number | null;
      CREATE_TIME?: string | null;
      UPDATE_TIME?: string | null;
      DELETE_TIME?: string | null;
      CREATED_BY?: string | null;
      UPDATED_BY?: string | null;
      DELETED_BY?: string | null;
      DOWNLOAD_URL?: string | null;
      DETAIL_URL?: string | null;
    };
  };
  /** Bitrix24 docs: disk/file/disk-file-search */
  "disk.file.search": {
    params: {
      QUERY: string;
      TYPE?: unknown | undefined;
      FILTER?: {
        STORAGE_ID?: number | string | undefined;
        FOLDER_ID?: number | string | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      } | undefined;
      start?: number | string | undefined;
    };
    result: {
      ID?: string | null;
      NAME?: string | null;
      CODE?: string | null;
      STORAGE_ID?: string | null;
      TYPE?: string | null;
      REAL_OBJECT_ID?: string | null;
      PARENT_ID?: string | null;
      DELETED_TYPE?: string | null;
      CREATE_TIME?: string | null;
      UPDATE_TIME?: string | null;
      DELETE_TIME?: string | null;
      CREATED_BY?: string | null;
      UPDATED_BY?: string | null;
      DELETED_BY?: string | null;
      DETAIL_URL?: string | null;
      GLOBAL_CONTENT_VERSION?: number | null;
      FILE_ID?: string | null;
      SIZE?: number | null;
      DOWNLOAD_URL?: string | null;
    }[];
  };
  /** Bitrix24 docs: disk/file/disk-file-upload-version */
  "disk.file.uploadVersion": {
    params: {
      id: number | string;
      fileContent: readonly unknown[];
    };
    result: {
      ID?: string | null;
      NAME?: string | null;
      CODE?: string | null;
      STORAGE_ID?: string | null;
      TYPE?: string | null;
      PARENT_ID?: string | null;
      DELETED_TYPE?: string | null;
      GLOBAL_CONTENT_VERSION?: number | null;
      FILE_ID?: string | null;
      SIZE?: number | null;
      CREATE_TIME?: string | null;
      UPDATE_TIME?: string | null;
      DELETE_TIME?: string | null;
      CREATED_BY?: string | null;
      UPDATED_BY?: string | null;
      DELETED_BY?: string | null;
      DOWNLOAD_URL?: string | null;
      DETAIL_URL?: string | null;
    };
  };
  /** Bitrix24 docs: disk/folder/disk-folder-add-subfolder */
  "disk.folder.addSubFolder": {
    params: {
      id: number | string;
      data: Readonly<Record<string, unknown>>;
    };
    result: {
      ID?: string | null;
      NAME?: string | null;
      CODE?: string | null;
      STORAGE_ID?: string | null;
      TYPE?: string | null;
      REAL_OBJECT_ID?: string | null;
      PARENT_ID?: string | null;
      DELETED_TYPE?: number | null;
      CREATE_TIME?: string | null;
      UPDATE_TIME?: string | null;
      DELETE_TIME?: string | null;
      CREATED_BY?: string | null;
      UPDATED_BY?: string | null;
      DELETED_BY?: string | null;
      DETAIL_URL?: string | null;
    };
  };
  /** Bitrix24 docs: disk/folder/disk-folder-copy-to */
  "disk.folder.copyTo": {
    params: {
      id: number | string;
      targetFolderId: number | string;
    };
    result: {
      ID?: string | null;
      NAME?: string | null;
      CODE?: string | null;
      STORAGE_ID?: string | null;
      TYPE?: string | null;
      REAL_OBJECT_ID?: string | null;
      PARENT_ID?: string | null;
      DELETED_TYPE?: number | null;
      CREATE_TIME?: string | null;
      UPDATE_TIME?: string | null;
      DELETE_TIME?: string | null;
      CREATED_BY?: string | null;
      UPDATED_BY?: string | null;
      DELETED_BY?: string | null;
      DETAIL_URL?: string | null;
    };
  };
  /** Bitrix24 docs: disk/folder/disk-folder-delete-tree */
  "disk.folder.deleteTree": {
    params: {
      id: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: disk/folder/disk-folder-get */
  "disk.folder.get": {
    params: {
      id: number | string;
    };
    result: {
      ID?: string | null;
      NAME?: string | null;
      CODE?: string | null;
      STORAGE_ID?: string | null;
      TYPE?: string | null;
      REAL_OBJECT_ID?: string | null;
      PARENT_ID?: string | null;
      DELETED_TYPE?: string | null;
      CREATE_TIME?: string | null;
      UPDATE_TIME?: string | null;
      DELETE_TIME?: string | null;
      CREATED_BY?: string | null;
      UPDATED_BY?: string | null;
      DELETED_BY?: string | null;
      DETAIL_URL?: string | null;
    };
  };
  /** Bitrix24 docs: disk/folder/disk-folder-get-children */
  "disk.folder.getChildren": {
    params: {
      id: number | string;
      filter?: Readonly<Record<string, unknown>> | undefined;
      order?: Readonly<Record<string, unknown>> | undefined;
      start?: number | string | undefined;
    };
    result: {
      ID?: string | null;
      NAME?: string | null;
      CODE?: string | null;
      STORAGE_ID?: string | null;
      TYPE?: string | null;
      REAL_OBJECT_ID?: string | null;
      PARENT_ID?: string | null;
      DELETED_TYPE?: string | null;
      CREATE_TIME?: string | null;
      UPDATE_TIME?: string | null;
      DELETE_TIME?: string | null;
      CREATED_BY?: string | null;
      UPDATED_BY?: string | null;
      DELETED_BY?: string | null;
      DETAIL_URL?: string | null;
      GLOBAL_CONTENT_VERSION?: number | null;
      FILE_ID?: string | null;
      SIZE?: number | null;
      DOWNLOAD_URL?: string | null;
    }[];
  };
  /** Bitrix24 docs: disk/folder/disk-folder-get-external-link */
  "disk.folder.getExternalLink": {
    params: {
      id: number | string;
    };
    result: string;
  };
  /** Bitrix24 docs: disk/folder/disk-folder-get-fields */
  "disk.folder.getFields": {
    params: Record<never, never>;
    result: {
      ID?: {
        TYPE?: string | null;
        USE_IN_FILTER?: boolean | null;
        USE_IN_SHOW?: boolean | null;
      } | null;
      NAME?: {
        TYPE?: string | null;
        USE_IN_FILTER?: boolean | null;
        USE_IN_SHOW?: boolean | null;
      } | null;
      TYPE?: {
        TYPE?: string | null;
        USE_IN_FILTER?: boolean | null;
        USE_IN_SHOW?: boolean | null;
      } | null;
      CODE?: {
        TYPE?: string | null;
        USE_IN_FILTER?: boolean | null;
        USE_IN_SHOW?: boolean | null;
      } | null;
      STORAGE_ID?: {
        TYPE?: string | null;
        USE_IN_FILTER?: boolean | null;
        USE_IN_SHOW?: boolean | null;
      } | null;
      REAL_OBJECT_ID?: {
        TYPE?: string | null;
        USE_IN_FILTER?: boolean | null;
        USE_IN_SHOW?: boolean | null;
      } | null;
      PARENT_ID?: {
        TYPE?: string | null;
        USE_IN_FILTER?: boolean | null;
        USE_IN_SHOW?: boolean | null;
      } | null;
      CREATE_TIME?: {
        TYPE?: string | null;
        USE_IN_FILTER?: boolean | null;
        USE_IN_SHOW?: boolean | null;
      } | null;
      UPDATE_TIME?: {
        TYPE?: string | null;
        USE_IN_FILTER?: boolean | null;
        USE_IN_SHOW?: boolean | null;
      } | null;
      DELETE_TIME?: {
        TYPE?: string | null;
        USE_IN_FILTER?: boolean | null;
        USE_IN_SHOW?: boolean | null;
      } | null;
      CREATED_BY?: {
        TYPE?: string | null;
        USE_IN_FILTER?: boolean | null;
        USE_IN_SHOW?: boolean | null;
      } | null;
      UPDATED_BY?: {
        TYPE?: string | null;
        USE_IN_FILTER?: boolean | null;
        USE_IN_SHOW?: boolean | null;
      } | null;
      DELETED_BY?: {
        TYPE?: string | null;
        USE_IN_FILTER?: boolean | null;
        USE_IN_SHOW?: boolean | null;
      } | null;
      DELETED_TYPE?: {
        TYPE?: string | null;
        USE_IN_FILTER?: boolean | null;
        USE_IN_SHOW?: boolean | null;
      } | null;
    };
  };
  /** Bitrix24 docs: disk/folder/disk-folder-mark-deleted */
  "disk.folder.markDeleted": {
    params: {
      id: number | string;
    };
    result: {
      ID?: string | null;
      NAME?: string | null;
      CODE?: string | null;
      STORAGE_ID?: string | null;
      TYPE?: string | null;
      REAL_OBJECT_ID?: string | null;
      PARENT_ID?: string | null;
      DELETED_TYPE?: number | null;
      CREATE_TIME?: string | null;
      UPDATE_TIME?: string | null;
      DELETE_TIME?: string | null;
      CREATED_BY?: string | null;
      UPDATED_BY?: string | null;
      DELETED_BY?: string | null;
      DETAIL_URL?: string | null;
    };
  };
  /** Bitrix24 docs: disk/folder/disk-folder-move-to */
  "disk.folder.moveTo": {
    params: {
      id: number | string;
      targetFolderId: number | string;
    };
    result: {
      ID?: string | null;
      NAME?: string | null;
      CODE?: string | null;
      STORAGE_ID?: string | null;
      TYPE?: string | null;
      REAL_OBJECT_ID?: string | null;
      PARENT_ID?: string | null;
      DELETED_TYPE?: string | null;
      CREATE_TIME?: string | null;
      UPDATE_TIME?: string | null;
      DELETE_TIME?: string | null;
      CREATED_BY?: string | null;
      UPDATED_BY?: string | null;
      DELETED_BY?: string | null;
      DETAIL_URL?: string | null;
    };
  };
  /** Bitrix24 docs: disk/folder/disk-folder-rename */
  "disk.folder.rename": {
    params: {
      id: number | string;
      newName: string;
    };
    result: {
      ID?: string | null;
      NAME?: string | null;
      CODE?: string | null;
      STORAGE_ID?: string | null;
      TYPE?: string | null;
      REAL_OBJECT_ID?: string | null;
      PARENT_ID?: string | null;
      DELETED_TYPE?: string | null;
      CREATE_TIME?: string | null;
      UPDATE_TIME?: string | null;
      DELETE_TIME?: string | null;
      CREATED_BY?: string | null;
      UPDATED_BY?: string | null;
      DELETED_BY?: string | null;
      DETAIL_URL?: string | null;
    };
  };
  /** Bitrix24 docs: disk/folder/disk-folder-restore */
  "disk.folder.restore": {
    params: {
      id: number | string;
    };
    result: {
      ID?: string | null;
      NAME?: string | null;
      CODE?: string | null;
      STORAGE_ID?: string | null;
      TYPE?: string | null;
      REAL_OBJECT_ID?: string | null;
      PARENT_ID?: string | null;
      DELETED_TYPE?: number | null;
      CREATE_TIME?: string | null;
      UPDATE_TIME?: string | null;
      DELETE_TIME?: string | null;
      CREATED_BY?: string | null;
      UPDATED_BY?: string | null;
      DELETED_BY?: string | null;
      DETAIL_URL?: string | null;
    };
  };
  /** Bitrix24 docs: disk/folder/disk-folder-share-to-user */
  "disk.folder.shareToUser": {
    params: {
      id: number | string;
      userId: number | string;
      taskName: string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: disk/folder/disk-folder-upload-file */
  "disk.folder.uploadFile": {
    params: {
      id: number | string;
      data?: Readonly<Record<string, unknown>> | undefined;
      fileContent?: readonly unknown[] | undefined;
      rights?: readonly unknown[] | undefined;
      generateUniqueName?: YesNo | undefined;
    };
    result: {
      ID?: string | null;
      NAME?: string | null;
      CODE?: string | null;
      STORAGE_ID?: string | null;
      TYPE?: string | null;
      PARENT_ID?: string | null;
      DELETED_TYPE?: number | null;
      GLOBAL_CONTENT_VERSION?: number | null;
      FILE_ID?: string | null;
      SIZE?: number | null;
      CREATE_TIME?: string | null;
      UPDATE_TIME?: string | null;
      DELETE_TIME?: string | null;
      CREATED_BY?: string | null;
      UPDATED_BY?: string | null;
      DELETED_BY?: string | null;
      DOWNLOAD_URL?: string | null;
      DETAIL_URL?: string | null;
    };
  };
  /** Bitrix24 docs: disk/rights/disk-rights-get-tasks */
  "disk.rights.getTasks": {
    params: Record<never, never>;
    result: {
      ID?: string | null;
      NAME?: string | null;
      TITLE?: string | null;
    }[];
  };
  /** Bitrix24 docs: disk/storage/disk-storage-add-folder */
  "disk.storage.addFolder": {
    params: {
      id: number | string;
      data: Readonly<Record<string, unknown>>;
      rights?: readonly unknown[] | undefined;
    };
    result: {
      ID?: string | null;
      NAME?: string | null;
      CODE?: string | null;
      STORAGE_ID?: string | null;
      TYPE?: string | null;
      REAL_OBJECT_ID?: string | null;
      PARENT_ID?: string | null;
      DELETED_TYPE?: number | null;
      CREATE_TIME?: string | null;
      UPDATE_TIME?: string | null;
      DELETE_TIME?: string | null;
      CREATED_BY?: string | null;
      UPDATED_BY?: string | null;
      DELETED_BY?: string | null;
      DETAIL_URL?: string | null;
    };
  };
  /** Bitrix24 docs: disk/storage/disk-storage-get */
  "disk.storage.get": {
    params: {
      id: number | string;
    };
    result: {
      ID?: string | null;
      NAME?: string | null;
      CODE?: string | null;
      MODULE_ID?: string | null;
      ENTITY_TYPE?: string | null;
      ENTITY_ID?: string | null;
      ROOT_OBJECT_ID?: string | null;
    };
  };
  /** Bitrix24 docs: disk/storage/disk-storage-get-children */
  "disk.storage.getChildren": {
    params: {
      id: number | string;
      filter?: Readonly<Record<string, unknown>> | undefined;
      order?: Readonly<Record<string, unknown>> | undefined;
      start?: number | string | undefined;
    };
    result: {
      ID?: string | null;
      NAME?: string | null;
      CODE?: string | null;
      STORAGE_ID?: string | null;
      TYPE?: string | null;
      REAL_OBJECT_ID?: string | null;
      PARENT_ID?: string | null;
      DELETED_TYPE?: string | null;
      CREATE_TIME?: string | null;
      UPDATE_TIME?: string | null;
      DELETE_TIME?: string | null;
      CREATED_BY?: string | null;
      UPDATED_BY?: string | null;
      DELETED_BY?: string | null;
      DETAIL_URL?: string | null;
    }[];
  };
  /** Bitrix24 docs: disk/storage/disk-storage-get-fields */
  "disk.storage.getFields": {
    params: Record<never, never>;
    result: {
      ID?: {
        TYPE?: string | null;
        USE_IN_FILTER?: boolean | null;
        USE_IN_SHOW?: boolean | null;
      } | null;
      NAME?: {
        TYPE?: string | null;
        USE_IN_FILTER?: boolean | null;
        USE_IN_SHOW?: boolean | null;
      } | null;
      CODE?: {
        TYPE?: string | null;
        USE_IN_FILTER?: boolean | null;
        USE_IN_SHOW?: boolean | null;
      } | null;
      MODULE_ID?: {
        TYPE?: string | null;
        USE_IN_FILTER?: boolean | null;
        USE_IN_SHOW?: boolean | null;
      } | null;
      ENTITY_TYPE?: {
        TYPE?: string | null;
        USE_IN_FILTER?: boolean | null;
        USE_IN_SHOW?: boolean | null;
      } | null;
      ENTITY_ID?: {
        TYPE?: string | null;
        USE_IN_FILTER?: boolean | null;
        USE_IN_SHOW?: boolean | null;
      } | null;
      ROOT_OBJECT_ID?: {
        TYPE?: string | null;
        USE_IN_FILTER?: boolean | null;
        USE_IN_SHOW?: boolean | null;
      } | null;
    };
  };
  /** Bitrix24 docs: disk/storage/disk-storage-get-for-app */
  "disk.storage.getForApp": {
    params: Record<never, never>;
    result: {
      ID?: string | null;
      NAME?: string | null;
      CODE?: string | null;
      MODULE_ID?: string | null;
      ENTITY_TYPE?: string | null;
      ENTITY_ID?: string | null;
      ROOT_OBJECT_ID?: string | null;
    };
  };
  /** Bitrix24 docs: disk/storage/disk-storage-get-list */
  "disk.storage.getList": {
    params: {
      filter?: Readonly<Record<string, unknown>> | undefined;
      order?: Readonly<Record<string, unknown>> | undefined;
      start?: number | string | undefined;
    };
    result: {
      ID?: string | null;
      NAME?: string | null;
      CODE?: string | null;
      MODULE_ID?: string | null;
      ENTITY_TYPE?: string | null;
      ENTITY_ID?: string | null;
      ROOT_OBJECT_ID?: string | null;
    }[];
  };
  /** Bitrix24 docs: disk/storage/disk-storage-get-types */
  "disk.storage.getTypes": {
    params: Record<never, never>;
    result: string[];
  };
  /** Bitrix24 docs: disk/storage/disk-storage-rename */
  "disk.storage.rename": {
    params: {
      id: number | string;
      newName: string;
    };
    result: {
      ID?: string | null;
      NAME?: string | null;
      CODE?: string | null;
      MODULE_ID?: string | null;
      ENTITY_TYPE?: string | null;
      ENTITY_ID?: string | null;
      ROOT_OBJECT_ID?: string | null;
    };
  };
  /** Bitrix24 docs: disk/storage/disk-storage-upload-file */
  "disk.storage.uploadFile": {
    params: {
      id: number | string;
      data: Readonly<Record<string, unknown>>;
      fileContent: readonly unknown[];
      rights?: readonly unknown[] | undefined;
      generateUniqueName?: YesNo | undefined;
    };
    result: {
      ID?: string | null;
      NAME?: string | null;
      CODE?: string | null;
      STORAGE_ID?: string | null;
      TYPE?: string | null;
      PARENT_ID?: string | null;
      DELETED_TYPE?: number | null;
      GLOBAL_CONTENT_VERSION?: number | null;
      FILE_ID?: string | null;
      SIZE?: number | null;
      CREATE_TIME?: string | null;
      UPDATE_TIME?: string | null;
      DELETE_TIME?: string | null;
      CREATED_BY?: string | null;
      UPDATED_BY?: string | null;
      DELETED_BY?: string | null;
      DOWNLOAD_URL?: string | null;
      DETAIL_URL?: string | null;
    };
  };
  /** Bitrix24 docs: disk/version/disk-version-get */
  "disk.version.get": {
    params: {
      id: number | string;
    };
    result: {
      ID?: string | null;
      OBJECT_ID?: string | null;
      SIZE?: number | null;
      NAME?: string | null;
      GLOBAL_CONTENT_VERSION?: number | null;
      CREATE_TIME?: string | null;
      CREATED_BY?: string | null;
      DOWNLOAD_URL?: string | null;
    };
  };
}
