/** What a portal's provider may be asked in a day. */
export type DailyBudget = { requests: number; tokens: number };

/** Counts what is paid by use, for one portal; kept by whoever shares the budget. */
export type CostGuard = {
  /** Takes one request with so many tokens off today's budget. False, and nothing taken, when there is not so much left. */
  take(tokens: number, budget: DailyBudget): Promise<boolean>;
  /** The request used so many tokens more than were taken; less when negative. It must not fail. */
  correct(tokens: number): void;
};
