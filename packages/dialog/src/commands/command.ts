import type { Handler } from "../handler.ts";
import type { Language } from "../texts/catalog.ts";
import type { Access } from "./access.ts";
import type { ArgumentsOf, Param } from "./param.ts";

/** A slash command. `Params` tells what its handler finds in `ctx.args`; `ctx.params` is always the text as it was written. */
export type CommandDefinition<Context, Params extends readonly Param[] = readonly Param[]> = {
  /** In the list that a slash opens; a few words. */
  title: Record<Language, string>;
  /** What it does, for `/help` of it alone. */
  about?: Record<Language, string>;
  /** What may follow it. Left out, the handler reads `ctx.params` itself. */
  params?: Params;
  /** What may stand behind the command, such as `15.07–28.07`; the first one is shown where something was wrong. */
  examples?: Record<Language, readonly string[]>;
  /** Who may call it; everybody when left out. Where a portal says otherwise, see `CommandAccess`. */
  who?: Access;
  /** For buttons: neither the portal nor `/help` lists it. */
  isHidden?: boolean;
  /** Works in any chat, also where the bot is no member. */
  isCommon?: boolean;
  /** The dialog that asks for what is missing, begun with what is known as its slots; else the engine asks. */
  dialog?: string;
  handler: Handler<Context & { params: string; args: ArgumentsOf<Params> }>;
};

/** A command as a bot holds it, whatever its params are. */
export type HeldCommand<Context> = Omit<CommandDefinition<never>, "handler"> & {
  // oxlint-disable-next-line typescript/no-explicit-any -- each handler takes its own arguments; the engine reads exactly those
  handler: Handler<Context & { params: string; args: any }>;
};

/**
 * A command whose handler knows the types of its arguments, to be put into a bot's `commands`:
 *
 *     const vacation = commandFor<HrContext>()({
 *       title: { en: "Ask for days off", ru: "Попросить отпуск" },
 *       params: [{ name: "days", kind: "period", title: { en: "days", ru: "дни" } }],
 *       handler: (ctx) => ctx.begin("vacation", { from: ctx.args.days.from }),
 *     });
 */
export const commandFor =
  <Context>() =>
  <const Params extends readonly Param[]>(
    definition: CommandDefinition<Context, Params>,
  ): CommandDefinition<Context, Params> =>
    definition;
