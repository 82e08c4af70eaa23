/**
 * When people work, and how much of that time passes. Pure; it reads time zones, so workflows ask activities for it.
 *
 * @module
 */
export * from "./add-working-time.ts";
export * from "./is-time-zone.ts";
export * from "./local-time.ts";
export * from "./when-open.ts";
export * from "./working-calendar.ts";
