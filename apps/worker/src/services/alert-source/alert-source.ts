import type { Alert } from "@botdeck/core";
import type { HookKind } from "@botdeck/db";

import { createAlertmanager } from "./alertmanager.ts";
import type { AskSource } from "./ask-source.ts";
import { createZabbix } from "./zabbix.ts";

/** A group of alerts as its source knows it. */
export type SourceGroup = {
  /** Ours. By it and by the episode the source's own rows are found again. */
  id: string;
  episode: number;
  /** What tells it from all other groups over there; an empty value is a label that none of its alerts has. */
  labels: Readonly<Record<string, string>>;
  alerts: readonly Alert[];
  /** When it posted last about the group. */
  toldAt: Date;
};

/** What a source is told. */
export type SourceNews =
  | { kind: "acknowledged"; byName: string; until: Date | null }
  | { kind: "silenced"; byName: string; until: Date | null }
  /** Nobody has it any more, or it is silent no longer, and it fires on. */
  | { kind: "ended"; of: "acknowledged" | "silenced" }
  | { kind: "recovered" };

/** What a source has of a group when it is asked. */
export type FiringAlert = {
  fingerprint: string;
  labels: Readonly<Record<string, string>>;
  annotations: Readonly<Record<string, string>>;
  /** ISO 8601. */
  startsAt: string;
  url: string | null;
  /** The source keeps silent about it, for our sake or for another's. */
  isMuted: boolean;
};

/** Another system's own API, as far as it takes what people answer. Everything may be told again. */
export type AlertSource = {
  /**
   * @returns Whether it posts nothing of the group from now on, not even that it recovered; then it has to be asked.
   * @throws AppError `unreachable` when it may take it later, `rejected` when it never will.
   */
  tell(group: SourceGroup, news: SourceNews, now: Date): Promise<{ isMuted: boolean }>;
  /** What of the group fires; null when it cannot know. */
  firing(group: SourceGroup, now: Date): Promise<readonly FiringAlert[] | null>;
  /** Makes longer what would end soon, although nobody has said when. */
  prolong(group: SourceGroup, now: Date): Promise<void>;
  /**
   * For how long after its last post it may post nothing of a group that fires anew, in milliseconds: it does not know that the group
   * had recovered where it kept silent about that.
   */
  forgetsAfterMs(): Promise<number>;
};

/** The API of a hook's sender; null for one that has none that we know. */
export function createAlertSource(kind: HookKind, ask: AskSource): AlertSource | null {
  switch (kind) {
    case "alertmanager":
      return createAlertmanager(ask);
    case "zabbix":
      return createZabbix(ask);
    case "grafana":
    case "sentry":
    case "payment":
    case "one_c":
    case "generic":
      return null;
  }
}
