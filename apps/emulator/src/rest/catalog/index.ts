import type { RestMethod } from "../method.ts";

export const catalogMethods: RestMethod[] = [];
