import { createEventSender } from "./events/event-sender.ts";
import { createFaultSwitch } from "./fault-switch.ts";
import type { FaultsInput } from "./fault-switch.ts";
import { createLiveFeed } from "./live-feed.ts";
import { createOneCSwitch } from "./one-c/one-c-switch.ts";
import type { Portal } from "./portal.ts";
import { createCallRecord } from "./record.ts";
import { createMemoryFiles } from "./state/file-contents.ts";
import type { FileContents } from "./state/file-contents.ts";
import type { State } from "./state/state.ts";
import { createTraffic } from "./traffic/traffic.ts";

type Parts = {
  state: State;
  /** Where the portal is reached; asked each time, since a port may be known only later. */
  origin: () => string;
  now?: () => Date;
  files?: FileContents;
  /** Called when the state has changed and should be kept. */
  changed?: () => void;
  /** Where calls and events are written; null for nowhere. */
  recordFile?: string | null;
  /** How the portal is when no fault is switched, such as its limits. */
  faults?: FaultsInput;
};

/** A portal around a state, with nothing running yet but what its parts keep in memory. */
export function createPortal({ state, origin, faults = {}, ...parts }: Parts): Portal {
  const now = parts.now ?? (() => new Date());
  const changed = parts.changed ?? (() => undefined);
  const record = createCallRecord(parts.recordFile ?? null);
  const faultSwitch = createFaultSwitch(faults, () => {
    for (const grant of state.accessTokens.values()) grant.expiresAt = Math.min(grant.expiresAt, now().getTime());
    changed();
  });
  return {
    state,
    now,
    origin: () => newAddress(faultSwitch) ?? origin(),
    files: parts.files ?? createMemoryFiles(),
    live: createLiveFeed(),
    events: createEventSender({ record, faults: faultSwitch }),
    record,
    faults: faultSwitch,
    traffic: createTraffic(state),
    oneC: createOneCSwitch(),
    changed,
  };
}

/** Where a portal that has moved is now. `auto` becomes an address before it gets here. */
function newAddress(faults: Portal["faults"]): string | null {
  const { movedTo } = faults.read().portal;
  return movedTo === null || movedTo === "auto" ? null : movedTo.replace(/\/$/, "");
}
