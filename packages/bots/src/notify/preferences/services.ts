import type { NotificationStep } from "@botdeck/core";
import type { Language } from "@botdeck/dialog";
import type { MessageDelivery, Preference, Rule } from "@botdeck/notifications";

/** A notification to the person who asks, or what became of it. */
export type ToldNotification = {
  id: string;
  ruleCode: string;
  /** In one line, with BB codes; null for what was not told. */
  line: string | null;
  outcome: "sent" | "held" | "digested" | "edited" | "skipped" | "failed";
  path: readonly NotificationStep[];
  /** What became of its message; null when there is none, or it is forgotten. */
  delivery: MessageDelivery | null;
};

/** A rule that may tell people of the portal something. */
export type OfferedRule = { code: string; title: Rule["title"] };

/** How the person who asks wants to be told, and why they were told something. */
export type PreferenceServices = {
  read(): Promise<Preference>;
  change(change: (before: Preference) => Preference): Promise<Preference>;
  /** The enabled rules, those that the person heard of lately first. */
  rules(): Promise<readonly OfferedRule[]>;
  /** What came to this person lately, or in the group where they ask; newest first. */
  latest(limit: number): Promise<readonly ToldNotification[]>;
  /** One of these; null for what is somebody else's, or forgotten. */
  told(id: string): Promise<ToldNotification | null>;
  /** How people and rules are called, by their ids and codes. */
  namesOf(told: ToldNotification, language: Language): Promise<ReadonlyMap<string, string>>;
};
