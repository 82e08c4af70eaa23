/** @see `ABSENCE_KIND` of the db package, which keeps them. */
export const ABSENCE_KINDS = ["paid", "unpaid", "sick", "remote"] as const;
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];

/** First and last day, both included, `YYYY-MM-DD`. */
export type AbsenceSpan = {
  fromDay: string;
  toDay: string;
  /** The first day is worked until noon. */
  fromNoon: boolean;
  /** The last day is worked from noon. */
  untilNoon: boolean;
};

/** What somebody asks for. */
export type Asked = AbsenceSpan & { kind: AbsenceKind; comment: string };

/** A request as it is kept. */
export type AbsenceFacts = Asked & {
  id: string;
  /** Portal user ids. */
  personId: string;
  personName: string;
  state: "requested" | "approved" | "declined" | "withdrawn" | "expired" | "no_approver" | "cancelled" | "over";
  /** Buttons of another version are void. */
  version: number;
  /** Who is asked now, or decided. */
  approverId: string | null;
  /** In their words. */
  reason: string | null;
  workflowId: string;
};

/** `overlap`: these days are taken by what is named; `closed`: nothing can be changed any more. */
export type Opened = { kind: "open" | "overlap" | "closed"; absence: AbsenceFacts };

/** Somebody who is not at their desk. */
export type Away = { id: string; name: string; fromDay: string; toDay: string };

/** Colleagues of a person who are away on some days, among all of their department. */
export type TeamAway = { size: number; away: readonly Away[] };

/** `remote`: they work, but from elsewhere. */
export type Out = Away & { how: "away" | "remote" };

/** What the HR bot asks the outside, for the person who speaks. */
export type HrServices = {
  absences: {
    /** Keeps a request of the speaker's; the same workflow id again finds the one that is there. */
    open(asked: Asked & { workflowId: string }): Promise<Opened>;
    /** Changes a request of the speaker's; null when they have no such request. */
    edit(id: string, asked: Asked): Promise<Opened | null>;
    /** Anybody's, on this portal. */
    read(id: string): Promise<AbsenceFacts | null>;
    /** The speaker's own with days in this stretch, the latest first. */
    mine(days: { fromDay: string; toDay: string }): Promise<readonly AbsenceFacts[]>;
    /** Keeps the words of who is asked beside the version that they saw. @returns False when it does not wait any more. */
    noteReason(about: { id: string; version: number }, words: string | null): Promise<boolean>;
    /** Adds to what the speaker has said about a request of theirs. @returns False when it does not wait any more. */
    answer(id: string, words: string): Promise<boolean>;
  };
  team: {
    /** The speaker's colleagues; null when the portal does not tell. */
    around(days: AbsenceSpan): Promise<TeamAway | null>;
    /** Who is away anywhere in the company, or in one department. */
    whoIsOut(days: { fromDay: string; toDay: string }, departmentId?: string): Promise<readonly Out[]>;
    nameOf(userId: string): Promise<string>;
    /** Whether the speaker administers the portal, as far as it tells. */
    isAdmin(): Promise<boolean>;
  };
};
