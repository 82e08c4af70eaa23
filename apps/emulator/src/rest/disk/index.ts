import type { RestMethod } from "../method.ts";
import { diskFieldMethods } from "./fields.ts";
import { fileMethods } from "./file.ts";
import { folderMethods } from "./folder.ts";
import { objectMethods } from "./object.ts";
import { storageMethods } from "./storage.ts";

/** Drives, folders and files. Bitrix24 docs: api-reference/disk. */
export const diskMethods: RestMethod[] = [
  ...storageMethods,
  ...folderMethods,
  ...fileMethods,
  ...objectMethods,
  ...diskFieldMethods,
];
