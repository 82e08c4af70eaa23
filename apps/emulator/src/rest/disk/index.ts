import type { RestMethod } from "../method.ts";

export const diskMethods: RestMethod[] = [];
