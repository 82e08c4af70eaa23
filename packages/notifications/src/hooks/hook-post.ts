import type { Alert } from "@botdeck/core";

/** Alerts that a source posted at once, which belong together. */
export type AlertPost = {
  /** The same for posts about the same: what the source calls the group, or the values of the labels that make one. */
  groupKey: string;
  /** What the group is called in a card. */
  title: string;
  /** Labels that all alerts of the group have. */
  labels: Readonly<Record<string, string>>;
  /** Labels by whose values the source makes its groups; left out for sources that have no groups of their own. */
  groupLabels?: Readonly<Record<string, string>>;
  alerts: readonly Alert[];
  /** Nothing of the group fires any more, also what is not in this post; as far as its source posts of what it keeps silent about. */
  isOver: boolean;
  /** When we looked at the source ourselves, ISO 8601; left out for what it posted. */
  seenAt?: string;
  /** Firing alerts that the source left out, for their number. */
  leftOut: number;
};

/** What a source that is no monitoring posted, as rules see it. */
export type MappedPost = {
  id: string | null;
  /** Null where the post has none, and the source's name has to do. */
  title: string | null;
  status: string | null;
  amount: number | null;
  /** As ISO 4217 names it, where the source does. */
  currency: string | null;
  url: string | null;
  /** The plain values at the top of the post, by their names. */
  fields: Readonly<Record<string, string | number | boolean>>;
};

export type HookReading = { kind: "alerts"; post: AlertPost } | { kind: "record"; record: MappedPost };
