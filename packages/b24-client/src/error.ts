import { AppError, type ErrorCode } from "@botdeck/core";

import { adviceFor } from "./advice.ts";

/** Whether a failed call may have been done all the same: `unknown` once its bytes had left and no clear refusal came back. */
export type Outcome = "not_applied" | "unknown";

type Facts = {
  /** Bitrix24's name of the method. */
  method: string;
  outcome: Outcome;
  /** HTTP status; null when no answer came. */
  status?: number | null;
  /** Bitrix24's own error code; null when it gave none. */
  portalCode?: string | null;
  /** What the portal said of it; null when it said nothing. */
  portalWords?: string | null;
  retryAfterMs?: number | undefined;
  cause?: unknown;
};

/** A call of the portal that failed. Holds no URL, no parameter and no token. */
export class B24Error extends AppError {
  override readonly name: string = "B24Error";
  readonly method: string;
  readonly outcome: Outcome;
  readonly status: number | null;
  readonly portalCode: string | null;
  /** For the person who asked for it, in whatever language the portal speaks. */
  readonly portalWords: string | null;

  constructor(code: ErrorCode, message: string, facts: Facts) {
    const { method, outcome, status = null, portalCode = null, portalWords = null, retryAfterMs, cause } = facts;
    super(code, message, {
      context: { method, outcome, status, portalCode },
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      ...(cause === undefined ? {} : { cause }),
    });
    this.method = method;
    this.outcome = outcome;
    this.status = status;
    this.portalCode = portalCode;
    this.portalWords = portalWords;
  }

  /** What a person should do about it, in one sentence. */
  get advice(): string {
    return adviceFor(this.code, this.portalCode);
  }
}
