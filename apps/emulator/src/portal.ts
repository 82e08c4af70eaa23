import type { CallRecord } from "./record.ts";
import type { EventSender } from "./events/event-sender.ts";
import type { FaultSwitch } from "./fault-switch.ts";
import type { FileContents } from "./state/file-contents.ts";
import type { LiveFeed } from "./live-feed.ts";
import type { OneCSwitch } from "./one-c/one-c-switch.ts";
import type { State } from "./state/state.ts";
import type { Traffic } from "./traffic/traffic.ts";

/** The portal's parts as every route and rule gets them. */
export type Portal = {
  state: State;
  now: () => Date;
  /** Where the portal is reached, without a slash at the end: `http://127.0.0.1:8090`. */
  origin: () => string;
  files: FileContents;
  live: LiveFeed;
  events: EventSender;
  record: CallRecord;
  faults: FaultSwitch;
  traffic: Traffic;
  /** How the order server is, which is no part of the portal. */
  oneC: OneCSwitch;
  /** Says that the state has changed and should be kept. */
  changed: () => void;
};

/** `127.0.0.1:8090`: what a real portal writes as `example.bitrix24.com`. */
export function domainOf(portal: Portal): string {
  return new URL(portal.origin()).host;
}
