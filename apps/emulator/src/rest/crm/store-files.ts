import { decodeBase64 } from "../../chat/store-file.ts";
import { storeCrmFile } from "../../crm/store-crm-file.ts";
import type { Call } from "../method.ts";
import { list, record, type Params } from "../params.ts";
import { notAnArray } from "./fault.ts";

/**
 * Keeps the files of a comment or an activity: `[["name", "base64"], …]`, one such pair, or `[{"fileData": pair}, …]`.
 *
 * @returns Their numbers.
 */
export async function storeFiles({ portal, caller }: Call, fields: Params): Promise<number[]> {
  const given = list(fields, "FILES");
  const isPair = given.length === 2 && given.every((item) => typeof item === "string");
  const ids: number[] = [];
  for (const item of isPair ? [given] : given) {
    const pair = record({ item }, "item")["fileData"] ?? item;
    const [name, encoded] = list({ pair }, "pair").map(String);
    const content = encoded === undefined ? null : decodeBase64(encoded);
    if (name === undefined || content === null) throw notAnArray("FILES");
    const file = await storeCrmFile(portal, { name, content }, caller.user.id);
    if (file !== null) ids.push(file.id);
  }
  return ids;
}
