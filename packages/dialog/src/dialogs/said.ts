import type { Understood } from "../understanding/understood.ts";

/** A file that a person sent, as it was found when it was fetched. */
export type SentFile = {
  /** The portal's id. */
  id: string;
  name: string | null;
  /** Our id of the copy; null when there is none. */
  keptId: string | null;
  /** Why there is no copy of use: it is no picture, too large, or was gone before it could be fetched. */
  problem: "not_image" | "too_large" | "gone" | null;
};

/** What a person said, with all that is known about it. Plain data. */
export type Said = {
  text: string;
  files: readonly SentFile[];
  understood: Understood;
  /** The value of the pressed button that an `ask` step offered; null when none of them was pressed. */
  pressed: unknown;
  /** The person's calendar day, `YYYY-MM-DD`. */
  today: string;
  /** By the settings: the intent that may be acted on, or null. */
  sure: string | null;
  /** The intent that is meant probably, and cheap to be wrong about; left out or null when there is none. */
  leaning?: string | null;
};
