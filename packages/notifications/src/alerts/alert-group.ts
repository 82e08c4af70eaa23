import type { Alert, Severity } from "@botdeck/core";

/**
 * An alert that is known in brief: its fingerprint, its start in milliseconds since 1970, and 1 when it fires, 2 when it has
 * recovered in this episode, 0 when it was over before.
 */
export type BriefAlert = readonly [fingerprint: string, startsAtMs: number, state: 0 | 1 | 2];

/** Alerts that belong together, as a store keeps them: see `alert_group` of the database for each. */
export type AlertGroupState = {
  title: string;
  severity: Severity;
  state: "pending" | "firing" | "acknowledged" | "silenced" | "resolved";
  episode: number;
  /** Those that are told in full; all others are in `others`. */
  alerts: readonly Alert[];
  others: readonly BriefAlert[];
  labels: Readonly<Record<string, string>>;
  firing: number;
  total: number;
  flaps: number;
  acknowledgedById: string | null;
  acknowledgedByName: string | null;
  silencedUntil: Date | null;
  isSilencedUntilRecovery: boolean;
  firstAt: Date;
  lastAt: Date;
  resolvedAt: Date | null;
};
