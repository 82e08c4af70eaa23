import type { RestMethod } from "../method.ts";

export const listsMethods: RestMethod[] = [];
