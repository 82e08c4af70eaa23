import type { RestMethod } from "../method.ts";

export const telephonyMethods: RestMethod[] = [];
