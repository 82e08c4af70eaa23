import { canOpenStorage } from "../../disk/access.ts";
import { childrenOf } from "../../disk/objects.ts";
import { appStorage, commonStorage, groupStorage, rootOf, userStorage } from "../../disk/storages.ts";
import type { DiskFolder } from "../../state/disk.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { text } from "../params.ts";
import { forbidden } from "../rest-error.ts";
import { accessDenied, diskUser, notFound, readStorage, required } from "./access.ts";
import { OBJECT_FILTER, STORAGE_FILTER } from "./fields.ts";
import { addFolderTo } from "./folder.ts";
import { listRows } from "./list.ts";
import { objectView, storageView } from "./object-view.ts";
import { uploadInto } from "./upload.ts";

/** Drives. Bitrix24 docs: api-reference/disk/storage. */
export const storageMethods: RestMethod[] = [
  { name: "disk.storage.getTypes", scopes: ["disk"], run: () => ({ result: ["user", "common", "group"] }) },
  { name: "disk.storage.getList", scopes: ["disk"], run: getList },
  { name: "disk.storage.get", scopes: ["disk"], missing: required("id"), run: get },
  { name: "disk.storage.getForApp", scopes: ["disk"], missing: "own", needsApp: true, run: getForApp },
  { name: "disk.storage.rename", scopes: ["disk"], needsApp: true, missing: required("id", "newName"), run: rename },
  { name: "disk.storage.getChildren", scopes: ["disk"], missing: required("id"), run: getChildren },
  {
    name: "disk.storage.addFolder",
    scopes: ["disk"],
    missing: required("id", "data"),
    run: (call) => addFolderTo(call, rootFolder(call)),
  },
  {
    name: "disk.storage.uploadFile",
    scopes: ["disk"],
    missing: required("id", "data", "fileContent"),
    run: (call) => uploadInto(call, rootFolder(call)),
  },
];

/** The caller's own drive, the company's and those of the groups are there from the start. */
function getList(call: Call): Answer {
  userStorage(call.portal, call.caller.user.id);
  commonStorage(call.portal);
  for (const group of call.portal.state.workGroups.values()) groupStorage(call.portal, group);
  const seen = [...call.portal.state.diskStorages.values()].filter((storage) => {
    return storage.entityType !== "restapp" && canOpenStorage(call.portal.state, storage, diskUser(call));
  });
  return listRows(call, seen.map(storageView), STORAGE_FILTER);
}

function get(call: Call): Answer {
  return { result: storageView(readStorage(call)) };
}

function getForApp(call: Call): Answer {
  const { caller, portal } = call;
  if (caller.kind !== "app") throw accessDenied();
  if (caller.user.role !== "manager") throw forbidden("ACCESS_DENIED", "Only an administrator may ask for it");
  return { result: storageView(appStorage(portal, caller.clientId)) };
}

/** Only the drive of an application can be renamed, by that application. */
function rename(call: Call): Answer {
  const storage = readStorage(call);
  if (storage.entityType !== "restapp") throw accessDenied();
  storage.name = text(call.params, "newName");
  return { result: storageView(storage) };
}

function getChildren(call: Call): Answer {
  const rows = childrenOf(call.portal.state, rootFolder(call).id).map((object) => objectView(call, object));
  return listRows(call, rows, OBJECT_FILTER);
}

function rootFolder(call: Call): DiskFolder {
  const root = rootOf(call.portal.state, readStorage(call));
  if (root === null) throw notFound();
  return root;
}
