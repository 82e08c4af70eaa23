/** What a button does to a task. */
export const DEEDS = ["done", "tomorrow", "week"] as const;
export type Deed = (typeof DEEDS)[number];

export const isDeed = (word: string): word is Deed => DEEDS.some((deed) => deed === word);

/** So many days later is the task's new day. */
export const DAYS_LATER: Record<Exclude<Deed, "done">, number> = { tomorrow: 1, week: 7 };
