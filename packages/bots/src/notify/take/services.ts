/** What is done about records from their cards, with the rights of the person who asks. */
export type ClaimServices = {
  /**
   * Takes a record for the person who asks, unless somebody was earlier. Once is enough: the same press again gives the same
   * answer. The cards of everybody who was told say who has it.
   *
   * @param subject Such as `lead:17`.
   * @returns Who has it now.
   */
  take(subject: string): Promise<{ id: string; name: string; isMine: boolean; isNew: boolean }>;
};
