import type { RestMethod } from "../method.ts";
import { accessNameMethods } from "./access-name.ts";
import { featureMethods } from "./feature.ts";
import { offlineEventMethods } from "./offline-event.ts";
import { optionMethods } from "./option.ts";
import { placementMethods } from "./placement.ts";

export const appMethods: RestMethod[] = [
  ...accessNameMethods,
  ...featureMethods,
  ...optionMethods,
  ...offlineEventMethods,
  ...placementMethods,
];
