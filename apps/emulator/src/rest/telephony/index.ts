import type { RestMethod } from "../method.ts";
import { externalCallMethods } from "./external-call.ts";
import { externalLineMethods } from "./external-line.ts";
import { finishedCallMethods } from "./finished-call.ts";
import { voximplantMethods } from "./voximplant.ts";

/** Nobody is really called: what was asked for is kept. Bitrix24 docs: api-reference/telephony. */
export const telephonyMethods: RestMethod[] = [
  ...externalCallMethods,
  ...finishedCallMethods,
  ...externalLineMethods,
  ...voximplantMethods,
];
