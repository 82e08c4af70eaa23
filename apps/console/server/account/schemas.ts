import { z } from "zod";

import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from "../auth.ts";

/** Not more than anybody's password has: hashing takes time by length. */
const Password = z.string().min(1).max(MAX_PASSWORD_LENGTH);
export const PersonName = z.string().trim().min(1).max(100);

export const Rename = z.object({ name: PersonName });
export const ChangePassword = z.object({
  current: Password,
  next: z.string().min(MIN_PASSWORD_LENGTH).max(MAX_PASSWORD_LENGTH),
});
/** What only the person themselves may do is done with their password once more. */
export const WithPassword = z.object({ password: Password });
export const ConfirmSecondFactor = z.object({ code: z.string().regex(/^\d{6}$/) });
/** The password is asked of who has one. */
export const MaybePassword = Password.optional();
export const SessionById = z.object({ sessionId: z.string().min(1).max(100) });
export const PortalById = z.object({ portalId: z.uuid() });
export const LinkPortal = z.object({ portalId: z.uuid(), password: MaybePassword });
export const SessionCursor = z.object({ lastSeenAt: z.iso.datetime(), id: z.string().min(1).max(100) });
export const ListOwnSessions = z.object({ cursor: SessionCursor.nullish() });
