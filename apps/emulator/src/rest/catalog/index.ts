import type { RestMethod } from "../method.ts";
import { PRODUCT } from "./product.ts";
import { tableMethods } from "./table.ts";
import { CATALOG_TABLES } from "./tables.ts";

/** Bitrix24 docs: api-reference/catalog. */
export const catalogMethods: RestMethod[] = [PRODUCT, ...CATALOG_TABLES].flatMap(tableMethods);
