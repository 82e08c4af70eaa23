import type { RestMethod } from "../method.ts";

export const saleMethods: RestMethod[] = [];
