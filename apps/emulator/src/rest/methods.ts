import { appMethods } from "./app/index.ts";
import { bizprocMethods } from "./bizproc/index.ts";
import { calendarMethods } from "./calendar/index.ts";
import { catalogMethods } from "./catalog/index.ts";
import { connectorMethods } from "./connector/index.ts";
import { crmMethods } from "./crm/index.ts";
import { diskMethods } from "./disk/index.ts";
import { listsMethods } from "./lists/index.ts";
import { messengerMethods } from "./messenger/index.ts";
import { peopleMethods } from "./people/index.ts";
import { saleMethods } from "./sale/index.ts";
import { telephonyMethods } from "./telephony/index.ts";
import { timemanMethods } from "./timeman/index.ts";
import { eventMethods } from "./event.ts";
import { imbotV1Methods } from "./imbot-v1/index.ts";
import { imbotV2Methods } from "./imbot-v2/index.ts";
import { openLineMethods } from "./open-line/index.ts";
import type { RestMethod } from "./method.ts";
import { systemMethods } from "./system.ts";
import { taskMethods } from "./task/index.ts";

/** Every method the portal answers, except `batch`, which runs the others. */
export const METHODS: readonly RestMethod[] = [
  ...systemMethods,
  ...imbotV2Methods,
  ...imbotV1Methods,
  ...openLineMethods,
  ...eventMethods,
  ...taskMethods,
  ...crmMethods,
  ...calendarMethods,
  ...listsMethods,
  ...bizprocMethods,
  ...timemanMethods,
  ...peopleMethods,
  ...diskMethods,
  ...catalogMethods,
  ...saleMethods,
  ...telephonyMethods,
  ...connectorMethods,
  ...messengerMethods,
  ...appMethods,
];
