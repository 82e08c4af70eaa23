export type TicketState = "open" | "in_progress" | "waiting" | "solved" | "closed" | "merged";

/** A ticket as the bot shows it. Moments are ISO 8601. */
export type TicketFacts = {
  id: string;
  number: number;
  workflowId: string;
  state: TicketState;
  category: string;
  title: string;
  /** Portal user ids. */
  reporterId: string;
  assigneeId: string | null;
  /** Empty while there is none, or the portal does not tell. */
  assigneeName: string;
  respondBy: string | null;
  resolveBy: string | null;
  closedAt: string | null;
  /** The number of the ticket by which it is seen through. */
  mergedInto: number | null;
  /** True for the speaker's own, and those that theirs were merged into. */
  isListener: boolean;
};

export type NewTicketFacts = {
  workflowId: string;
  category: string;
  priority: "normal" | "high";
  title: string;
  description: string;
  /** Our ids of kept files. */
  fileIds: readonly string[];
};

/** What the helpdesk's bot asks the outside, for the person who speaks. */
export type HelpdeskServices = {
  /** Keeps a ticket under the next number; the same workflow id again finds the one that is there. */
  open(asked: NewTicketFacts): Promise<TicketFacts>;
  byNumber(number: number): Promise<TicketFacts | null>;
  byId(id: string): Promise<TicketFacts | null>;
  /** Those the speaker has asked for, the newest first. */
  mine(): Promise<readonly TicketFacts[]>;
  /** Open ones that the speaker works on. */
  assigned(): Promise<readonly TicketFacts[]>;
  /** Keeps the speaker's words about a ticket; the same key again finds them. @returns Their id. */
  comment(ticketId: string, words: { key: string; text: string }): Promise<string>;
  /** @returns False when it is not the speaker's to rate, or was rated before. */
  rate(ticketId: string, rating: number): Promise<boolean>;
  /** Whether the speaker is one of those whom the portal itself names, where the settings name nobody. */
  isHelper(): Promise<boolean>;
  /** Whether a ticket's workflow has ended: nobody would hear of anything any more. */
  isForgotten(workflowId: string): Promise<boolean>;
};
