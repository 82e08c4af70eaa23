import type { ServiceChatServices } from "./chats/services.ts";
import type { OnCallServices } from "./on-call/services.ts";
import type { PreferenceServices } from "./preferences/services.ts";
import type { ClaimServices } from "./take/services.ts";

/** What the notification bot asks the outside. */
export type NotifyServices = {
  claims: ClaimServices;
  onCall: OnCallServices;
  preferences: PreferenceServices;
  chats: ServiceChatServices;
};
