/** `openline` serves clients only; `bot` is for employees, and for both with `isSupportOpenline`. */
export type BotType = "bot" | "supervisor" | "personal" | "openline";
export type EventMode = "fetch" | "webhook";

/** Where events go: fetched by us, or posted by the portal to a public address. */
export type EventTarget = { eventMode: "fetch" } | { eventMode: "webhook"; webhookUrl: string };

/** How a bot looks and behaves; all of it may be changed later. */
export type BotProfile = {
  name: string;
  lastName?: string;
  workPosition?: string;
  color?: BotColor;
  gender?: "M" | "F";
  /** An image in base64, 5000 × 5000 at most. */
  avatar?: string;
  /** v2 only: not in the list of contacts. */
  isHidden?: boolean;
  /** v2 only. */
  isReactionsEnabled?: boolean;
  /** v2 only. Background of its private dialogs. */
  backgroundId?: string;
};

export type BotRegistration = BotProfile & {
  /** Unique within the app; in v1 within the portal. */
  code: string;
  /** v1 has no `personal` bots. */
  type: BotType;
  /** A bot for employees that also serves clients. */
  isSupportOpenline?: boolean;
  /** Proves a webhook's right to the bot, 40 characters at most; left out with OAuth. In v1 it is the CLIENT_ID. */
  botToken?: string | undefined;
} & EventTarget;

/** What is to be different; `isSupportOpenline` v2 only. */
export type BotChanges = Partial<BotProfile> & { isSupportOpenline?: boolean; events?: EventTarget };

export type ListedBot = { botId: string; code: string; name: string; servesOpenLines: boolean };

export const BOT_COLORS = [
  ...(["red", "green", "mint", "lightBlue", "darkBlue", "purple", "aqua", "pink"] as const),
  ...(["lime", "brown", "azure", "khaki", "sand", "marengo", "gray", "graphite"] as const),
] as const;
export type BotColor = (typeof BOT_COLORS)[number];
