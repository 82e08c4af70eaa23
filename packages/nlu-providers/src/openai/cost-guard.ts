/** The budget of a day for what is paid by use, of one portal; counted by whoever shares it. */
export type CostGuard = {
  /** Takes one request with so many tokens off the budget. False, and nothing taken, when there is not so much left. */
  take(tokens: number): Promise<boolean>;
  /** The request used so many tokens more than were taken; less when negative. It must not fail. */
  correct(tokens: number): void;
};
