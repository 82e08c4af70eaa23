import type { Portal } from "../../portal.ts";
import type { DiskFile } from "../../state/disk.ts";

/** A file of the disk as its own model writes itself: dates are empty objects. Bitrix24 docs: im.disk.file.commit. */
export function fileModel(portal: Portal, file: DiskFile): Record<string, unknown> {
  const address = `${portal.origin()}/emulator/api/files/${file.id}/${encodeURIComponent(file.name)}`;
  return {
    id: file.id,
    name: file.name,
    createTime: {},
    updateTime: {},
    deleteTime: null,
    code: null,
    xmlId: null,
    storageId: file.storageId,
    realObjectId: file.id,
    parentId: file.parentId,
    deletedType: 0,
    createdBy: String(file.createdBy),
    updatedBy: String(file.updatedBy),
    deletedBy: "0",
    uniqueCode: `file${file.id}`,
    typeFile: 2,
    globalContentVersion: file.version,
    fileId: file.contentId,
    size: file.sizeBytes,
    etag: `${file.id}-${file.version}`,
    links: { download: address, showInGrid: address, preview: address },
  };
}
