import { ACCESS_TASKS, share } from "../../disk/access.ts";
import { addFolder, childrenOf, namesake } from "../../disk/objects.ts";
import type { DiskFolder } from "../../state/disk.ts";
import { TRUE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { integer, text } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { accessDenied, nameTaken, readFolder, required } from "./access.ts";
import { OBJECT_FILTER } from "./fields.ts";
import { listRows } from "./list.ts";
import { readName } from "./object-name.ts";
import { newObjectView, objectView } from "./object-view.ts";
import { giveRights, readRights } from "./rights.ts";
import { uploadInto } from "./upload.ts";

/** What folders alone can do. Bitrix24 docs: api-reference/disk/folder. */
export const folderMethods: RestMethod[] = [
  { name: "disk.folder.getChildren", scopes: ["disk"], missing: required("id"), run: getChildren },
  {
    name: "disk.folder.addSubFolder",
    scopes: ["disk"],
    missing: required("id", "data"),
    run: (call) => addFolderTo(call, readFolder(call, "change")),
  },
  {
    name: "disk.folder.uploadFile",
    scopes: ["disk"],
    missing: required("id"),
    run: (call) => uploadInto(call, readFolder(call, "change")),
  },
  {
    name: "disk.folder.shareToUser",
    scopes: ["disk"],
    missing: required("id", "userId", "taskName"),
    run: shareToUser,
  },
  { name: "disk.rights.getTasks", scopes: ["disk"], missing: "own", run: getTasks },
];

function getChildren(call: Call): Answer {
  const children = childrenOf(call.portal.state, readFolder(call, "read").id);
  return listRows(
    call,
    children.map((object) => objectView(call, object)),
    OBJECT_FILTER,
  );
}

/** A new folder named by `data[NAME]`. */
export function addFolderTo(call: Call, parent: DiskFolder): Answer {
  const name = readName(call);
  if (namesake(call.portal.state, parent.id, name) !== null) throw nameTaken();
  const rights = readRights(call.params);
  const folder = addFolder(call.portal, parent, name, call.caller.user.id);
  giveRights(call.portal.state, folder, rights);
  return { result: newObjectView(call, folder) };
}

/** Only the owner of a drive opens its folders to others. */
function shareToUser(call: Call): Answer {
  const { state } = call.portal;
  const folder = readFolder(call, "change");
  const storage = state.diskStorages.get(folder.storageId);
  if (storage?.entityType === "user" && storage.entityId !== String(call.caller.user.id)) throw accessDenied();
  const userId = integer(call.params, "userId") ?? 0;
  const taskName = text(call.params, "taskName");
  if (!state.people.has(userId)) throw badRequest("ERROR_ARGUMENT", "Invalid value of parameter {userId}");
  if (!ACCESS_TASKS.some(({ name }) => name === taskName)) {
    throw badRequest("ERROR_ARGUMENT", "Invalid value of parameter {taskName}");
  }
  share(state, folder.id, `U${userId}`, taskName);
  return TRUE;
}

function getTasks(): Answer {
  return { result: ACCESS_TASKS.map(({ id, name, title }) => ({ ID: String(id), NAME: name, TITLE: title })) };
}
