/**
 * A bot as a caller. `botToken` proves a webhook's right to it and is left out with OAuth; v1 and the session methods of
 * open lines call the same value CLIENT_ID.
 */
export type BotCaller = { botId: string; botToken?: string | undefined };
