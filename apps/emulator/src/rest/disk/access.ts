import { canChangeObject, canOpenStorage, canReadObject, type DiskUser } from "../../disk/access.ts";
import type { DiskFile, DiskFolder, DiskObject, DiskStorage } from "../../state/disk.ts";
import type { Call } from "../method.ts";
import { integer, type Params } from "../params.ts";
import { badRequest, forbidden, type RestError } from "../rest-error.ts";

/** What is done with an object: looking takes less than changing. */
export type Need = "read" | "change";

/** The caller as the disk knows them. */
export function diskUser({ caller }: Pick<Call, "caller">): DiskUser {
  return { person: caller.user, clientId: caller.kind === "app" ? caller.clientId : null };
}

/** How a disk method refuses the lack of these parameters. */
export function required(...names: string[]): Record<string, RestError> {
  const refusal = (name: string): RestError =>
    badRequest("ERROR_ARGUMENT", `Invalid value of parameter {${name}}: it is required`);
  return Object.fromEntries(names.map((name) => [name, refusal(name)]));
}

/** The drive that a parameter names. @throws RestError when there is none, or it is not the caller's to see. */
export function readStorage(call: Call, name = "id"): DiskStorage {
  const storage = call.portal.state.diskStorages.get(integer(call.params, name) ?? 0);
  if (storage === undefined) throw notFound();
  if (!canOpenStorage(call.portal.state, storage, diskUser(call))) throw accessDenied();
  return storage;
}

/** The file that a parameter names. @throws RestError */
export function readFile(call: Call, need: Need, params: Params = call.params, name = "id"): DiskFile {
  const object = readObject(call, need, params, name);
  if (object.kind !== "file") throw notFound();
  return object;
}

/** The folder that a parameter names. @throws RestError */
export function readFolder(call: Call, need: Need, params: Params = call.params, name = "id"): DiskFolder {
  const object = readObject(call, need, params, name);
  if (object.kind !== "folder") throw notFound();
  return object;
}

function readObject(call: Call, need: Need, params: Params, name: string): DiskObject {
  const { state } = call.portal;
  const object = state.diskObjects.get(integer(params, name) ?? 0);
  if (object === undefined) throw notFound();
  const isAllowed = need === "read" ? canReadObject : canChangeObject;
  if (!isAllowed(state, object, diskUser(call))) throw accessDenied();
  return object;
}

export function notFound(): RestError {
  return badRequest("ERROR_NOT_FOUND", "Could not find entity");
}

export function accessDenied(): RestError {
  return forbidden("ACCESS_DENIED", "Access denied");
}

/** Bitrix24's code for a name that its folder already has. */
export function nameTaken(): RestError {
  return badRequest("DISK_OBJ_22000", "An object with this name already exists");
}
