/** OAuth access of one person on one portal. */
export type Token = {
  accessToken: string;
  /** Replaced at every refresh; the old one is then worth nothing. */
  refreshToken: string;
  expiresAt: Date;
};

/** Where a client finds its token. One person's refreshes are done one at a time, across all processes. */
export interface TokenStore {
  get(): Promise<Token>;
  /**
   * Gives a token other than the failed one: another process's, if it was quicker, else a refreshed one.
   *
   * @throws AppError `unauthorized` when the grant is dead and the app must be authorised again.
   */
  rotate(failed: Token): Promise<Token>;
}
