import { lineageOf } from "../../disk/objects.ts";
import type { Portal } from "../../portal.ts";
import type { DiskFile, DiskFolder, DiskObject, DiskStorage, DiskVersion } from "../../state/disk.ts";
import { isoDate } from "../../wire/iso-date.ts";
import type { Call, Caller } from "../method.ts";
import { diskDownloadUrl } from "./download.ts";

type View = Record<string, unknown>;

/** DELETED_TYPE of an object in the trash. */
const IN_TRASH = 3;

/** A drive. Bitrix24 docs: disk.storage.get. */
export function storageView({ id, name, entityType, entityId, rootFolderId }: DiskStorage): View {
  return {
    ID: String(id),
    NAME: name,
    CODE: null,
    MODULE_ID: "disk",
    ENTITY_TYPE: entityType,
    ENTITY_ID: entityId,
    ROOT_OBJECT_ID: String(rootFolderId),
  };
}

/** A folder or a file as the caller sees it. Bitrix24 docs: disk.folder.get, disk.file.get. */
export function objectView({ portal, caller }: Call, object: DiskObject): View {
  return object.kind === "folder" ? folderView(portal, object) : fileView(portal, caller, object);
}

/** The same just after it was made: its own numbers are not texts yet, and nobody has deleted it. */
export function newObjectView(call: Call, object: DiskObject): View {
  const view = objectView(call, object);
  return {
    ...view,
    ID: object.id,
    ...(object.kind === "folder"
      ? { REAL_OBJECT_ID: object.id }
      : { FILE_ID: object.contentId, GLOBAL_CONTENT_VERSION: object.version }),
    DELETED_TYPE: 0,
    DELETED_BY: null,
  };
}

export function folderView(portal: Portal, folder: DiskFolder): View {
  return {
    ...headOf(folder),
    TYPE: "folder",
    REAL_OBJECT_ID: String(folder.id),
    ...restOf(folder),
    DETAIL_URL: detailUrl(portal, folder),
  };
}

export function fileView(portal: Portal, caller: Caller, file: DiskFile): View {
  return {
    ...headOf(file),
    TYPE: "file",
    ...restOf(file),
    GLOBAL_CONTENT_VERSION: String(file.version),
    FILE_ID: String(file.contentId),
    SIZE: String(file.sizeBytes),
    DOWNLOAD_URL: diskDownloadUrl(portal, caller, { fileId: file.id }),
    DETAIL_URL: detailUrl(portal, file),
  };
}

/** An earlier state of a file. Bitrix24 docs: disk.version.get. */
export function versionView({ portal, caller }: Call, version: DiskVersion): View {
  return {
    ID: String(version.id),
    OBJECT_ID: String(version.fileId),
    SIZE: String(version.sizeBytes),
    NAME: version.name,
    GLOBAL_CONTENT_VERSION: String(version.version),
    CREATE_TIME: isoDate(new Date(version.createdAt)),
    CREATED_BY: String(version.createdBy),
    DOWNLOAD_URL: diskDownloadUrl(portal, caller, { fileId: version.fileId, versionId: version.id }),
  };
}

function headOf(object: DiskObject): View {
  return {
    ID: String(object.id),
    NAME: object.name,
    CODE: object.kind === "folder" ? object.code : null,
    STORAGE_ID: String(object.storageId),
  };
}

function restOf(object: DiskObject): View {
  return {
    PARENT_ID: object.parentId === null ? null : String(object.parentId),
    DELETED_TYPE: String(object.isDeleted ? IN_TRASH : 0),
    CREATE_TIME: isoDate(new Date(object.createdAt)),
    UPDATE_TIME: isoDate(new Date(object.updatedAt)),
    DELETE_TIME: object.deletedAt === null ? null : isoDate(new Date(object.deletedAt)),
    CREATED_BY: String(object.createdBy),
    UPDATED_BY: String(object.updatedBy),
    DELETED_BY: String(object.deletedBy),
  };
}

/** The page of an object on a portal: `/company/personal/user/1/disk/file/Folder/report.pdf`. */
function detailUrl(portal: Portal, object: DiskObject): string {
  const storage = portal.state.diskStorages.get(object.storageId);
  const path = lineageOf(portal.state, object).slice(0, -1).toReversed();
  const names = path.map(({ name }) => encodeURIComponent(name)).join("/");
  return `${portal.origin()}${placeOf(storage)}/disk/${object.kind === "file" ? "file" : "path"}/${names}`;
}

function placeOf(storage: DiskStorage | undefined): string {
  if (storage?.entityType === "user") return `/company/personal/user/${storage.entityId}`;
  if (storage?.entityType === "group") return `/workgroups/group/${storage.entityId}`;
  return "/docs";
}
