import type { RestMethod } from "../method.ts";
import { accessibilityMethods } from "./accessibility.ts";
import { eventMethods } from "./events.ts";
import { meetingStatusMethods } from "./meeting-status.ts";
import { resourceMethods } from "./resources.ts";
import { sectionMethods } from "./sections.ts";
import { settingsMethods } from "./settings.ts";

/** Bitrix24 docs: api-reference/calendar. */
export const calendarMethods: RestMethod[] = [
  ...eventMethods,
  ...sectionMethods,
  ...accessibilityMethods,
  ...meetingStatusMethods,
  ...resourceMethods,
  ...settingsMethods,
];
