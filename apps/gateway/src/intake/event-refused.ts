import { AppError } from "@botdeck/core";

/** The inbox refuses this very event, and would refuse it again; its neighbours are kept. */
export class EventRefused extends AppError {
  override readonly name = "EventRefused";

  constructor(cause: unknown) {
    super("invalid", "The event holds something that the inbox cannot take", { cause });
  }
}
