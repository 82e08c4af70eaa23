/** How much is put into the database, and over how long a time it is spread. */
export type SeedScale = {
  conversations: number;
  messagesEach: number;
  days: number;
};

export const WHOLE: SeedScale = { conversations: 1_000_000, messagesEach: 20, days: 365 };

/** @param share From 0 to 1; the time it is spread over stays. */
export const scaledTo = (share: number): SeedScale => ({
  ...WHOLE,
  conversations: Math.max(2_000, Math.round(WHOLE.conversations * share)),
});
