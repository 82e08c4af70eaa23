/** A conversation that went otherwise than expected; `step` counts what was expected and done, from 0. */
export class ConversationFailure extends Error {
  readonly reason: string;
  readonly step: number;
  readonly log: readonly string[];

  constructor(reason: string, step: number, log: readonly string[], options?: ErrorOptions) {
    super(`${reason}\n\nThe conversation so far:\n${log.join("\n")}`, options);
    this.name = "ConversationFailure";
    this.reason = reason;
    this.step = step;
    this.log = log;
  }
}
