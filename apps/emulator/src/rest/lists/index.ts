import type { RestMethod } from "../method.ts";
import { listElementMethods } from "./list-elements.ts";
import { listFieldMethods } from "./list-fields.ts";
import { listMethods } from "./list-methods.ts";
import { listSectionMethods } from "./list-sections.ts";

/** Bitrix24 docs: api-reference/lists. */
export const listsMethods: RestMethod[] = [
  ...listMethods,
  ...listFieldMethods,
  ...listSectionMethods,
  ...listElementMethods,
];
