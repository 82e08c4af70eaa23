/** Work that one person alone may take. */
export type ClaimServices = {
  /**
   * Takes a record for the person who asks, unless somebody was earlier. Once is enough: the same press again gives the same answer.
   *
   * @returns Who has it now.
   */
  take(subject: string): Promise<{ id: string; name: string; isMine: boolean; isNew: boolean }>;
};
