export * from "./bot-event.ts";
export * from "./effect.ts";
export * from "./errors.ts";
export * from "./message-of.ts";
export * from "./owner.ts";
export * from "./parse-env.ts";
export * from "./redact.ts";
export { MASK, redactText } from "./redact-text.ts";
export * from "./request-budget.ts";
