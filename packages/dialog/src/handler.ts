import type { Moves } from "./machine/move.ts";

/** Decides what to do, from all that it may know. */
export type Handler<Context> = (ctx: Context) => Moves | Promise<Moves>;

// oxlint-disable-next-line typescript/no-explicit-any -- each handler takes its own context type; the engine builds exactly that
export type AnyHandler = (ctx: any) => Moves | Promise<Moves>;
