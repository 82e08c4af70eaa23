import type { Alert, Severity } from "@botdeck/core";

/** What somebody does about a group of alerts. `until` is ISO 8601; null until it recovers. */
export type AlertAnswer = { kind: "acknowledged" } | { kind: "escalated" } | { kind: "silenced"; until: string | null };

/**
 * A group of alerts, and what came of an answer: `taken` when somebody acknowledged it earlier, `over` when it has recovered,
 * `forgotten` when its escalation gave it up.
 */
export type AlertFacts = {
  id: string;
  outcome: "done" | "taken" | "over" | "forgotten";
  title: string;
  severity: Severity;
  firing: number;
  total: number;
  /** ISO 8601. */
  firstAt: string;
  acknowledgedByName: string | null;
  /** Its escalation. */
  workflowId: string;
  episode: number;
};

/** Something that happened to a group of alerts. `at` is ISO 8601. */
export type AlertMoment = {
  at: string;
  kind: string;
  personName: string | null;
  facts: Readonly<Record<string, string | number | boolean | null>>;
};

/** The whole story of a group of alerts. */
export type AlertTimeline = AlertFacts & {
  state: string;
  resolvedAt: string | null;
  labels: Readonly<Record<string, string>>;
  alerts: readonly Alert[];
  moments: readonly AlertMoment[];
  /** Times that it fired before its last one, the latest first, and when each began. ISO 8601. */
  earlier: readonly { episode: number; at: string }[];
};
