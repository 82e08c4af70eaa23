import type { RestMethod } from "../method.ts";

export const appMethods: RestMethod[] = [];
