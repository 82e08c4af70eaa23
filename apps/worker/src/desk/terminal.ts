/** Whoever sits before a command. */
export type Terminal = {
  print(line: string): void;
  /** @throws AppError `invalid` when nobody sits there. */
  confirm(question: string): Promise<boolean>;
  pause(ms: number): Promise<unknown>;
};
