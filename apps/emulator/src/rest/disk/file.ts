import { canReadObject } from "../../disk/access.ts";
import { lineageOf, replaceContent } from "../../disk/objects.ts";
import type { DiskFile, DiskObject } from "../../state/disk.ts";
import { isoDate } from "../../wire/iso-date.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { page } from "../page.ts";
import { integer, list, record, text } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { accessDenied, diskUser, notFound, readFile, required } from "./access.ts";
import { diskDownloadUrl } from "./download.ts";
import { listRows } from "./list.ts";
import { objectView, versionView } from "./object-view.ts";
import { uploadVersion } from "./upload.ts";

const VERSION_FILTER = ["ID", "OBJECT_ID", "NAME", "SIZE", "GLOBAL_CONTENT_VERSION", "CREATE_TIME", "CREATED_BY"];
const SHORTEST_QUERY = 3;

/** What files alone can do. Bitrix24 docs: api-reference/disk/file, /version, /attached-object. */
export const fileMethods: RestMethod[] = [
  { name: "disk.file.uploadVersion", scopes: ["disk"], missing: required("id", "fileContent"), run: addVersion },
  { name: "disk.file.getVersions", scopes: ["disk"], missing: required("id"), run: getVersions },
  {
    name: "disk.file.restoreFromVersion",
    scopes: ["disk"],
    missing: required("id", "versionId"),
    run: restoreFromVersion,
  },
  { name: "disk.version.get", scopes: ["disk"], missing: required("id"), run: getVersion },
  { name: "disk.file.search", scopes: ["disk"], missing: required("QUERY"), run: search },
  { name: "disk.attachedObject.get", scopes: ["disk"], missing: required("id"), run: getAttachedObject },
];

async function addVersion(call: Call): Promise<Answer> {
  const file = readFile(call, "change");
  await uploadVersion(call, file);
  return changedContent(call, file);
}

/** Newest first. */
function getVersions(call: Call): Answer {
  const file = readFile(call, "read");
  const versions = [...call.portal.state.diskVersions.values()].filter(({ fileId }) => fileId === file.id);
  return listRows(
    call,
    versions.toReversed().map((version) => versionView(call, version)),
    VERSION_FILTER,
  );
}

/** The earlier bytes become the newest version; nothing of the history goes. */
function restoreFromVersion(call: Call): Answer {
  const { portal, params, caller } = call;
  const file = readFile(call, "change");
  const version = portal.state.diskVersions.get(integer(params, "versionId") ?? 0);
  if (version?.fileId !== file.id) throw notFound();
  const { contentId, sizeBytes } = version;
  replaceContent(portal, file, { contentId, sizeBytes }, caller.user.id);
  return changedContent(call, file);
}

function changedContent(call: Call, file: DiskFile): Answer {
  return { result: { ...objectView(call, file), GLOBAL_CONTENT_VERSION: file.version } };
}

function getVersion(call: Call): Answer {
  const version = call.portal.state.diskVersions.get(integer(call.params, "id") ?? 0);
  if (version === undefined) throw notFound();
  readFile(call, "read", { id: version.fileId });
  return { result: versionView(call, version) };
}

/** By a part of the name, over everything that the caller may read. */
function search(call: Call): Answer {
  const { portal, params } = call;
  const query = text(params, "QUERY").trim().toLowerCase();
  if (query.length < SHORTEST_QUERY) throw badRequest("ERROR_ARGUMENT", "QUERY needs at least 3 characters");
  const types = list(params, "TYPE").map((type) => String(type).toLowerCase());
  const filter = record(params, "FILTER");
  const storageId = integer(filter, "STORAGE_ID");
  const folderId = integer(filter, "FOLDER_ID");
  const isFound = (object: DiskObject): boolean =>
    object.parentId !== null &&
    object.name.toLowerCase().includes(query) &&
    (types.length === 0 || types.includes(object.kind)) &&
    (storageId === null || object.storageId === storageId) &&
    isWithin(object) &&
    canReadObject(portal.state, object, diskUser(call));
  const isWithin = (object: DiskObject): boolean => {
    const lineage = lineageOf(portal.state, object);
    return (
      lineage.every(({ isDeleted }) => !isDeleted) && (folderId === null || lineage.some(({ id }) => id === folderId))
    );
  };
  const found = [...portal.state.diskObjects.values()].filter(isFound);
  return page(
    found.map((object) => objectView(call, object)),
    integer(params, "start") ?? 0,
  );
}

/** What hangs on a task is for everybody who may call; the file itself keeps its own rights. */
function getAttachedObject(call: Call): Answer {
  const { portal, caller, params } = call;
  const attached = portal.state.attachedObjects.get(integer(params, "id") ?? 0);
  const file = attached === undefined ? undefined : portal.state.diskObjects.get(attached.objectId);
  if (attached === undefined || file?.kind !== "file") throw notFound();
  if (caller.user.role === "client") throw accessDenied();
  return {
    result: {
      ID: String(attached.id),
      OBJECT_ID: String(attached.objectId),
      MODULE_ID: attached.moduleId,
      ENTITY_TYPE: attached.entityType,
      ENTITY_ID: String(attached.entityId),
      CREATE_TIME: isoDate(new Date(attached.createdAt)),
      CREATED_BY: String(attached.createdBy),
      DOWNLOAD_URL: diskDownloadUrl(portal, caller, { fileId: file.id }),
      NAME: file.name,
      SIZE: String(file.sizeBytes),
    },
  };
}
