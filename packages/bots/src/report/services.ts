import type { ReportQuery, Whose } from "@botdeck/contracts";
import type { SalesReport } from "@botdeck/crm/report";
import type { Language } from "@botdeck/dialog";

/** A deal as a line of the table that may be asked for. */
export type ReportRow = {
  id: string;
  title: string;
  amount: number;
  currency: string;
  stage: string;
  person: string;
  /** `YYYY-MM-DD`. */
  createdOn: string;
};

/** What reading came to: a report, or that it is too much for one answer. */
export type ReportRead =
  | { kind: "report"; report: SalesReport; rows: readonly ReportRow[] }
  | { kind: "many"; total: number };

/** When a report comes again, by the wall clock of a zone. Days of the week begin with Monday, 1. */
export type ReportRecurrence =
  | { every: "day"; at: string; workDaysOnly: boolean }
  | { every: "week"; day: number; at: string }
  | { every: "month"; day: number; at: string };

export type ReportSchedule = { id: string; input: unknown; recurrence: ReportRecurrence };

/** A file for the conversation. `key` names it, so that the same step keeps it once. */
export type ReportFile = { key: string; language: Language; name: string; contentType: string; content: Uint8Array };

/** What the report bot asks the outside, with the rights of the person who writes. */
export type ReportServices = {
  read(query: ReportQuery): Promise<ReportRead>;
  /**
   * False where the person's rights are not known to the portal, since all have those of a webhook's owner, and they lead neither
   * the person nor the department; else the portal decides by what it shows.
   */
  mayAsk(whose: Whose): Promise<boolean>;
  /** How a person or a department is called; null for one that is not there. */
  nameOf(kind: "person" | "department", id: string): Promise<string | null>;
  hasOwnerRights(): Promise<boolean>;
  /** @returns The id under which it can be sent. Only who asked for it gets it again. */
  keepFile(file: ReportFile): Promise<string>;
  /** The name of a file that was kept for this person in this conversation; null when it is gone or another's. */
  ownFile(id: string): Promise<string | null>;
  schedules: {
    /** `same`: the person has it in this chat already; `many`: they have all there that they may have. */
    add(schedule: {
      key: string;
      input: unknown;
      recurrence: ReportRecurrence;
      timeZone: string;
      language: Language;
    }): Promise<"added" | "same" | "many">;
    /** The person's own in this chat, oldest first. */
    mine(): Promise<readonly ReportSchedule[]>;
    /** @returns False when there is none of this id that is theirs. */
    stop(id: string): Promise<boolean>;
  };
};
