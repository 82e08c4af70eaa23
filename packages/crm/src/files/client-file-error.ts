import { AppError, type ErrorCode } from "@botdeck/core";

/** Why a client's file cannot be taken, for the bot to tell them. */
export type ClientFileFault = "not_a_photo" | "too_large" | "gone";

const CODES = { not_a_photo: "invalid", too_large: "invalid", gone: "not_found" } as const satisfies Record<
  ClientFileFault,
  ErrorCode
>;

/** A client's file that no second try would bring. */
export class ClientFileError extends AppError {
  override readonly name: string = "ClientFileError";
  readonly fault: ClientFileFault;

  constructor(fault: ClientFileFault, cause: AppError) {
    super(CODES[fault], cause.message, { context: { ...cause.context, fault }, cause });
    this.fault = fault;
  }
}
