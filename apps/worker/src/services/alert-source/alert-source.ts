import type { Alert } from "@botdeck/core";
import type { HookKind } from "@botdeck/db";

import { createAlertmanager } from "./alertmanager.ts";
import type { AskSource } from "./ask-source.ts";
import { createZabbix } from "./zabbix.ts";

/** A group of alerts as its source knows it. */
export type SourceGroup = {
  /** Ours, of this time that it fires: by it the source's own rows are found again. */
  mark: string;
  labels: Readonly<Record<string, string>>;
  alerts: readonly Alert[];
  /** When it posted last about the group. */
  toldAt: Date;
};

/** What a source is told. */
export type SourceNews =
  | { kind: "acknowledged"; byName: string; until: Date | null }
  | { kind: "silenced"; byName: string; until: Date | null }
  | { kind: "recovered" };

/** Another system's own API, as far as it takes what people answer. Everything may be told again. */
export type AlertSource = {
  /**
   * @returns Whether it posts nothing of the group from now on, not even that it recovered; then it has to be asked.
   * @throws AppError `unreachable` when it may take it later, `rejected` when it never will.
   */
  tell(group: SourceGroup, news: SourceNews, now: Date): Promise<{ isMuted: boolean }>;
  /** Whether something of the group fires; null when it cannot know. */
  isFiring(group: SourceGroup, now: Date): Promise<boolean | null>;
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
