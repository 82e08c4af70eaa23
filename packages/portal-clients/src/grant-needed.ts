import { AppError } from "@botdeck/core";

/** Nothing was done, and nothing can be until this person has given the app their rights: ask them, and go on afterwards. */
export class GrantNeeded extends AppError {
  override readonly name = "GrantNeeded";
  readonly portalId: string;
  /** Portal user id. */
  readonly userId: string;

  constructor(portalId: string, userId: string, cause?: unknown) {
    const message = "This person has to give the app their rights first, by the link sent to them";
    super("unauthorized", message, { context: { portalId, userId }, ...(cause !== undefined && { cause }) });
    this.portalId = portalId;
    this.userId = userId;
  }
}

/** The permission that was missing, however deep it lies: a client tells of it as of a call that was not sent. */
export function grantNeededOf(error: unknown): GrantNeeded | null {
  for (let each = error; each instanceof Error; each = each.cause) {
    if (each instanceof GrantNeeded) return each;
  }
  return null;
}
