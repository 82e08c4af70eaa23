import { z } from "zod";

import type { BotContext } from "./machine/context.ts";
import type { Moves } from "./machine/move.ts";
import type { Language, TextCatalog } from "./texts/catalog.ts";

export type Handler<Context> = (ctx: Context) => Moves | Promise<Moves>;

export type IntentDefinition = {
  /** Phrases as people write them, in every language. */
  examples: readonly string[];
  /** Answered even in the middle of a question or a workflow: "speak to a person", "cancel". */
  interrupts?: boolean;
};

export type StateDefinition<Context> = {
  /** Says the question. */
  ask: Handler<Context>;
  /** Takes the answer: `goTo` the next state, `finish`, or `miss`. */
  answer: Handler<Context>;
};

export type CommandDefinition<Context> = {
  title: Record<Language, string>;
  /** What may follow the command, for its help; such as `15.07–28.07`. */
  params?: Record<Language, string>;
  handler: Handler<Context & { params: string }>;
};

type NoSettings = z.ZodObject<Record<never, never>>;

export type BotDefinition<
  TextKey extends string = string,
  Intent extends string = string,
  State extends string = string,
  Settings extends z.ZodType = z.ZodType,
  Services = unknown,
> = {
  /** Latin letters, digits, dots, dashes; unique in the deployment and never changed, since portals know the bot by it. */
  code: string;
  /** Who talks to it: clients in open lines, employees, or nobody because it only notifies. */
  kind: "client" | "internal" | "notification";
  name: Record<Language, string>;
  /** What a portal may set. Every field has a default, so a new portal works at once. */
  settings?: Settings;
  /** What it needs from outside; see `services`. */
  needs?: ServicesMark<Services>;
  texts: TextCatalog<TextKey>;
  intents?: Record<Intent, IntentDefinition>;
  commands?: Record<string, CommandDefinition<BotContext<z.output<Settings>, Services, TextKey, State>>>;
  /** Somebody opened a dialog with the bot. */
  welcome: Handler<BotContext<z.output<Settings>, Services, TextKey, State>>;
  /** What to do for each intent. */
  on?: Record<NoInfer<Intent>, Handler<BotContext<z.output<Settings>, Services, TextKey, State>>>;
  states?: Record<State, StateDefinition<BotContext<z.output<Settings>, Services, TextKey, State>>>;
  /** Nothing above fitted. */
  fallback: Handler<BotContext<z.output<Settings>, Services, TextKey, State>>;
  /** The workflow that led the conversation has ended. Says nothing unless given: workflows say their own farewell. */
  afterWorkflow?: Handler<BotContext<z.output<Settings>, Services, TextKey, State>>;
};

// oxlint-disable-next-line typescript/no-explicit-any -- each handler takes its own context type; the engine builds exactly that
type AnyHandler = (ctx: any) => Moves | Promise<Moves>;

/** A definition as the engine and the runtime see it, whatever its author's types were. */
export type AnyBot = {
  code: string;
  kind: "client" | "internal" | "notification";
  name: Record<Language, string>;
  settings?: z.ZodType;
  texts: TextCatalog;
  intents?: Record<string, IntentDefinition>;
  commands?: Record<
    string,
    { title: Record<Language, string>; params?: Record<Language, string>; handler: AnyHandler }
  >;
  welcome: AnyHandler;
  on?: Record<string, AnyHandler>;
  states?: Record<string, { ask: AnyHandler; answer: AnyHandler }>;
  fallback: AnyHandler;
  afterWorkflow?: AnyHandler;
};

declare const servicesMark: unique symbol;
type ServicesMark<Services> = { readonly [servicesMark]?: Services };

/** Declares what a bot needs from outside: `needs: services<{ orders: OrderSource }>()`. The runtime and the tests provide it. */
export function services<Services>(): ServicesMark<Services> {
  return {};
}

const CODE = /^[a-z][a-z0-9.-]{1,38}$/;

/**
 * A bot, whole: what it says, understands and does. Handlers get a typed context and return moves; the engine does the rest.
 *
 * @throws Error when the definition contradicts itself, so that a slip shows at start and not in a conversation.
 */
export function defineBot<
  TextKey extends string,
  Intent extends string = never,
  State extends string = never,
  Settings extends z.ZodType = NoSettings,
  Services = Record<never, never>,
>(
  definition: BotDefinition<TextKey, Intent, State, Settings, Services>,
): BotDefinition<TextKey, Intent, State, Settings, Services> {
  if (!CODE.test(definition.code)) {
    throw new Error(`Bot code "${definition.code}": use a-z, 0-9, dots and dashes, starting with a letter`);
  }
  const { en, ru } = definition.texts;
  for (const key of new Set([...Object.keys(en), ...Object.keys(ru)])) {
    if (!(key in en) || !(key in ru))
      throw new Error(`Bot "${definition.code}": the text "${key}" is not in every language`);
  }
  if (definition.settings && !definition.settings.safeParse({}).success) {
    throw new Error(`Bot "${definition.code}": every setting needs a default, so that a new portal works at once`);
  }
  return definition;
}
