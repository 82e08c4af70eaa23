export { inOwnLetters } from "../texts/latin-language.ts";
export { findArticles } from "../entities/order-numbers/find-articles.ts";
/**
 * Dialogs as data, and the pure step that leads them. Nothing here reads texts, clocks or schemas, so workflows import it.
 *
 * @module
 */
export * from "./decide.ts";
export * from "./dialog.ts";
export * from "./progress.ts";
export * from "./resume.ts";
export type * from "./said.ts";
export { pressedOf } from "../machine/pressed.ts";
export type { Offered } from "../machine/state.ts";
