export * from "./bot-event.ts";
export * from "./effect.ts";
export * from "./errors.ts";
export * from "./owner.ts";
export * from "./parse-env.ts";
export * from "./redact.ts";
