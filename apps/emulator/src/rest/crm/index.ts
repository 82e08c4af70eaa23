import type { RestMethod } from "../method.ts";

export const crmMethods: RestMethod[] = [];
