/**
 * Pictures of dialogs, for the console and for files. Pure, and small enough for a browser.
 *
 * @module
 */
export * from "./dialog-graph.ts";
export * from "./draw-graph.ts";
export * from "./graph-words.ts";
