/** A drive. `chats` holds the folders of the messenger and is in no list; `restapp` belongs to one application. */
export type DiskStorage = {
  id: number;
  name: string;
  entityType: "user" | "common" | "group" | "restapp" | "chats";
  /** Of a user or a group their number, of an application its client id, of the common drive `shared_files_s1`. */
  entityId: string;
  rootFolderId: number;
};

type DiskObjectBase = {
  id: number;
  storageId: number;
  /** null for the root of a storage. */
  parentId: number | null;
  name: string;
  createdBy: number;
  updatedBy: number;
  createdAt: string;
  updatedAt: string;
  /** Set while it lies in the trash, and kept after it was restored, as a portal does. */
  deletedAt: string | null;
  deletedBy: number;
  isDeleted: boolean;
};

/** `code` names folders with a part to play, such as `chat:12`; null for those that people made. */
export type DiskFolder = DiskObjectBase & { kind: "folder"; code: string | null };

export type DiskFile = DiskObjectBase & {
  kind: "file";
  /** FILE_ID: the number of the bytes in the file store, another one for every version. */
  contentId: number;
  sizeBytes: number;
  /** GLOBAL_CONTENT_VERSION */
  version: number;
};

/** Numbered together with the files of chats: a file of a chat is one of these under the same number. */
export type DiskObject = DiskFolder | DiskFile;

/** A state of a file as it once was. The first is kept with the file itself. */
export type DiskVersion = {
  id: number;
  fileId: number;
  contentId: number;
  name: string;
  sizeBytes: number;
  version: number;
  createdBy: number;
  createdAt: string;
};

/** An address for anybody: `id` is the short code in it. */
export type ExternalLink = { id: string; objectId: number };

/** An address that takes one upload: `id` is its secret. */
export type UploadTicket = {
  id: string;
  userId: number;
  folderId: number;
  name: string;
  isNameMadeUnique: boolean;
};

/** A file of the disk that hangs on a task, a comment or the like. */
export type AttachedObject = {
  id: number;
  objectId: number;
  moduleId: string;
  entityType: string;
  entityId: number;
  createdBy: number;
  createdAt: string;
};

/** A folder or a file that was opened to others: `id` is `object:access code`, such as `12:U5`. */
export type DiskShare = { id: string; objectId: number; accessCode: string; taskName: string };

/** Storages, folders and files. */
export type DiskState = {
  diskStorages: Map<number, DiskStorage>;
  diskObjects: Map<number, DiskObject>;
  diskVersions: Map<number, DiskVersion>;
  externalLinks: Map<string, ExternalLink>;
  uploadTickets: Map<string, UploadTicket>;
  attachedObjects: Map<number, AttachedObject>;
  diskShares: Map<string, DiskShare>;
};

export function emptyDisk(): DiskState {
  return {
    diskStorages: new Map(),
    diskObjects: new Map(),
    diskVersions: new Map(),
    externalLinks: new Map(),
    uploadTickets: new Map(),
    attachedObjects: new Map(),
    diskShares: new Map(),
  };
}
