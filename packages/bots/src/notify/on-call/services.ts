/** Who is on call, and what becomes of alerts. */
export type OnCallServices = {
  /** Who is on call now, of each rota of the portal. */
  now(): Promise<readonly { rota: string; userId: string; userName: string; until: string }[]>;
};
