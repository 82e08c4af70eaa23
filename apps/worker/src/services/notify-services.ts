import type { NotifyServices } from "@botdeck/bots";

import type { Speaking } from "./portal-services.ts";

type Part<Services> = { of(speaking: Speaking): Services };
type Parts = { [Name in keyof NotifyServices]: Part<NotifyServices[Name]> };

/** What the notification bot may ask the outside. */
export function createNotifyServices({ claims, onCall, preferences, chats }: Parts): Part<NotifyServices> {
  return {
    of: (speaking) => ({
      claims: claims.of(speaking),
      onCall: onCall.of(speaking),
      preferences: preferences.of(speaking),
      chats: chats.of(speaking),
    }),
  };
}
