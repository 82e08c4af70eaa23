import type { RestMethod } from "../method.ts";

export const messengerMethods: RestMethod[] = [];
