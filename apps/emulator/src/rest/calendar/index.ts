import type { RestMethod } from "../method.ts";

export const calendarMethods: RestMethod[] = [];
