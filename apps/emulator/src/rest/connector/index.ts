import type { RestMethod } from "../method.ts";

export const connectorMethods: RestMethod[] = [];
