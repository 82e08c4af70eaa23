/** A step on the way to a notification, or to none: what answers "why was I told?", and "why not?". */
export type NotificationStep = {
  step:
    | "event"
    | "rule"
    | "condition"
    | "audience"
    | "group"
    | "inhibit"
    | "delay"
    | "preference"
    | "quiet_hours"
    | "delivery";
  /** Whether it went on from here. */
  passed: boolean;
  /** What was found, for a person; values of records only where whoever reads may see them. */
  facts: Readonly<Record<string, string | number | boolean | null>>;
};
