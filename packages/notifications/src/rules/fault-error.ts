import { AppError, messageOf } from "@botdeck/core";

import { faultWords } from "./fault-words.ts";
import type { Fault } from "./rule-fault.ts";

/** Thrown for a rule that cannot be evaluated; its message is English, for logs. */
export class FaultError extends AppError {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super("invalid", faultWords(fault, "en"));
    this.fault = fault;
  }
}

/** What kept a rule from being evaluated. @throws The error itself when it is none of the rule's. */
export function faultOf(error: unknown): Fault {
  if (error instanceof FaultError) return error.fault;
  if (!(error instanceof AppError) && !(error instanceof RangeError)) throw error;
  return { code: "evaluation", values: { detail: messageOf(error) } };
}
