/** Every way an operation may fail, whoever asked. The table with meanings and edges is docs/errors.md; a test holds the two together. */
export const ERROR_CODES = [
  "invalid",
  "unauthorized",
  "forbidden",
  "not_found",
  "conflict",
  "rate_limited",
  "rejected",
  "unsupported",
  "unreachable",
  "invariant",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

const RETRYABLE: Record<ErrorCode, boolean> = {
  invalid: false,
  unauthorized: false,
  forbidden: false,
  not_found: false,
  conflict: false,
  rate_limited: true,
  rejected: false,
  unsupported: false,
  unreachable: true,
  invariant: true,
};

type AppErrorOptions = {
  /** Facts for the log. Never a token, a password or a message text. */
  context?: Record<string, unknown>;
  /** How long to wait before the next try, in milliseconds. */
  retryAfterMs?: number;
  cause?: unknown;
};

/** The one error class that crosses a package. The message is for people: what was wrong, where, and what to do. */
export class AppError extends Error {
  override readonly name: string = "AppError";
  readonly code: ErrorCode;
  readonly context: Record<string, unknown>;
  readonly retryAfterMs: number | undefined;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.context = options.context ?? {};
    this.retryAfterMs = options.retryAfterMs;
  }

  /** True when the same call may succeed later without anybody changing it. */
  get isRetryable(): boolean {
    return RETRYABLE[this.code];
  }
}
