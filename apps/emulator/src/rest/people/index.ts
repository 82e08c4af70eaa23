import type { RestMethod } from "../method.ts";

export const peopleMethods: RestMethod[] = [];
