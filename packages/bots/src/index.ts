export * from "./office/bot.ts";
export * from "./store/bot.ts";
export type * from "./store/services.ts";
export * from "./store/texts/index.ts";
