import type { Alert, Severity } from "@botdeck/core";

/**
 * An alert that is known in brief: its fingerprint, its start in milliseconds since 1970, and 1 when it fires, 2 when it has
 * recovered in this episode, 0 when it was over before. 3 and 4 are 2 and 0 of which nobody said so: it was taken to be over.
 */
export type BriefAlert = readonly [fingerprint: string, startsAtMs: number, state: 0 | 1 | 2 | 3 | 4];

/** Alerts that belong together, as a store keeps them: see `alert_group` of the database for each. */
export type AlertGroupState = {
  title: string;
  severity: Severity;
  state: "pending" | "firing" | "acknowledged" | "silenced" | "resolved";
  episode: number;
  /** Those that are told in full; all others are in `others`. One that is resolved with no `endsAt` was taken to be over. */
  alerts: readonly Alert[];
  others: readonly BriefAlert[];
  labels: Readonly<Record<string, string>>;
  /** Labels by whose values the source makes its groups; null where nobody said. */
  groupLabels: Readonly<Record<string, string>> | null;
  firing: number;
  total: number;
  flaps: number;
  acknowledgedById: string | null;
  acknowledgedByName: string | null;
  silencedUntil: Date | null;
  isSilencedUntilRecovery: boolean;
  firstAt: Date;
  lastAt: Date;
  /** When its source itself posted last; null for one that was only looked at. */
  postedAt: Date | null;
  resolvedAt: Date | null;
};
