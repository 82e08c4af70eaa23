import { copyFile, copyFolder, destroyObject, moveObject, moveToTrash, restoreObject } from "../../disk/change.ts";
import { lineageOf, namesake, touch } from "../../disk/objects.ts";
import type { DiskFolder, DiskObject } from "../../state/disk.ts";
import { TRUE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { text } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { accessDenied, nameTaken, readFile, readFolder, required, type Need } from "./access.ts";
import { externalLink } from "./external-link.ts";
import { newObjectView, objectView } from "./object-view.ts";

type Read = (call: Call, need: Need) => DiskObject;

/** What files and folders have in common. Bitrix24 docs: api-reference/disk/file, api-reference/disk/folder. */
export const objectMethods: RestMethod[] = [
  ...methodsOf("file", readFile, { remove: "disk.file.delete" }),
  ...methodsOf("folder", readFolder, { remove: "disk.folder.deleteTree" }),
];

function methodsOf(kind: "file" | "folder", read: Read, names: { remove: string }): RestMethod[] {
  const method = (name: string, run: RestMethod["run"], ...params: string[]): RestMethod => {
    return { name, scopes: ["disk"], missing: required("id", ...params), run };
  };
  return [
    method(`disk.${kind}.get`, (call) => ({ result: objectView(call, read(call, "read")) })),
    method(`disk.${kind}.rename`, (call) => rename(call, read(call, "change")), "newName"),
    method(`disk.${kind}.moveTo`, (call) => move(call, read(call, "change")), "targetFolderId"),
    method(`disk.${kind}.copyTo`, (call) => copy(call, read(call, "read")), "targetFolderId"),
    method(`disk.${kind}.markDeleted`, (call) => markDeleted(call, read(call, "change"))),
    method(`disk.${kind}.restore`, (call) => restore(call, read(call, "change"))),
    method(`disk.${kind}.getExternalLink`, (call) => ({ result: externalLink(call.portal, read(call, "read")) })),
    method(names.remove, (call) => remove(call, read(call, "change"))),
  ];
}

function rename(call: Call, object: DiskObject): Answer {
  const name = text(call.params, "newName").trim();
  if (name === "") throw badRequest("ERROR_ARGUMENT", "Invalid value of parameter {newName}");
  const taken = object.parentId === null ? null : namesake(call.portal.state, object.parentId, name);
  if (taken !== null && taken !== object) throw nameTaken();
  object.name = name;
  touch(call.portal, object, call.caller.user.id);
  return { result: objectView(call, object) };
}

function move(call: Call, object: DiskObject): Answer {
  const { portal, caller } = call;
  const target = targetOf(call);
  assertNotRoot(object);
  if (lineageOf(portal.state, target).includes(object)) {
    throw badRequest("ERROR_ARGUMENT", "A folder can't be moved into itself");
  }
  if (target.id !== object.parentId && namesake(portal.state, target.id, object.name) !== null) throw nameTaken();
  moveObject(portal, object, target, caller.user.id);
  return { result: { ...objectView(call, object), PARENT_ID: target.id } };
}

function copy(call: Call, object: DiskObject): Answer {
  const { portal, caller } = call;
  const target = targetOf(call);
  const made =
    object.kind === "file"
      ? copyFile(portal, object, target, caller.user.id)
      : copyFolder(portal, object, target, caller.user.id);
  return { result: newObjectView(call, made) };
}

function targetOf(call: Call): DiskFolder {
  return readFolder(call, "change", call.params, "targetFolderId");
}

function markDeleted(call: Call, object: DiskObject): Answer {
  assertNotRoot(object);
  moveToTrash(call.portal, object, call.caller.user.id);
  const view = objectView(call, object);
  return { result: object.kind === "folder" ? { ...view, DELETED_TYPE: Number(view["DELETED_TYPE"]) } : view };
}

function restore(call: Call, object: DiskObject): Answer {
  if (!object.isDeleted) throw badRequest("ERROR_ARGUMENT", "The object is not in the trash");
  restoreObject(call.portal, object, call.caller.user.id);
  return { result: { ...objectView(call, object), DELETED_TYPE: 0 } };
}

function remove({ portal }: Call, object: DiskObject): Answer {
  assertNotRoot(object);
  destroyObject(portal.state, object);
  return TRUE;
}

/** The root of a drive stays where it is. */
function assertNotRoot(object: DiskObject): void {
  if (object.parentId === null) throw accessDenied();
}
