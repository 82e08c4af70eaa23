import { z } from "zod";

import { checkCommands } from "./commands/check-commands.ts";
import type { HeldCommand } from "./commands/command.ts";
import { type DialogDefinition, defineDialog } from "./dialogs/index.ts";
import type { Said } from "./dialogs/said.ts";
import type { AnyHandler, Handler } from "./handler.ts";
import type { BotContext, Ended } from "./machine/context.ts";
import type { Due } from "./machine/input.ts";
import type { Language, TextCatalog } from "./texts/catalog.ts";
import type { Evidence } from "./understanding/weigh-evidence.ts";

export type IntentDefinition = {
  /** Phrases as people write them, in every language. */
  examples: readonly string[];
  /** Whole words or patterns that leave no doubt. */
  rules?: readonly (string | RegExp)[];
  /** How the intent is called when the person has to choose among some: a key of the bot's texts. Never offered without. */
  title?: string;
  /** The topic under which operators see it, such as `order_status`. */
  topic?: string;
  /** Says something to the bot and wants nothing of it, as thanks do. */
  isTalk?: boolean;
  /** Cheap to be wrong about: what it begins is a question or an answer that a person easily passes over. */
  isCheap?: boolean;
};

/** What a request of a dialog may use. */
export type RequestContext<Settings = unknown, Services = unknown> = Pick<
  BotContext<Settings, Services>,
  "services" | "settings" | "dialog" | "person" | "language" | "at"
>;

type NoSettings = z.ZodObject<Record<never, never>>;

export type BotDefinition<
  TextKey extends string = string,
  Intent extends string = string,
  Settings extends z.ZodType = z.ZodType,
  Services = unknown,
> = {
  /** Latin letters, digits, dots, dashes; unique in the deployment and never changed, since portals know the bot by it. */
  code: string;
  /** Who talks to it: clients in open lines, employees, or employees whom it mostly tells what happens. */
  kind: "client" | "internal" | "notification";
  /** Reads every message of the groups it is in; else only those that mention it. A portal shows people that such a bot listens. */
  hearsEverything?: true;
  /** Media types of files that it takes, such as `text/*`; photos when left out. */
  fileTypes?: readonly string[];
  /** Rights (scopes) on the portal that its work needs beside those of every bot; without one of them it is not registered. */
  scopes?: readonly string[];
  name: Record<Language, string>;
  /** What a portal may set. Every field has a default, so a new portal works at once. */
  settings?: Settings;
  /** What it needs from outside; see `services`. */
  needs?: ServicesMark<Services>;
  texts: TextCatalog<TextKey>;
  /** The intents `operator`, `cancel` and `back` are heard in every dialog; `oos` gathers examples of what the bot does not do. */
  intents?: Record<Intent, IntentDefinition>;
  /** Slash commands, by their names: Latin letters, digits and `_`. `/help` comes by itself. See `commandFor`. */
  commands?: Record<string, HeldCommand<BotContext<z.output<Settings>, Services, TextKey>>>;
  /** What it does again and again for whoever asked for it, by name; a row of the portal's says when and for whom. */
  schedules?: Record<string, Handler<BotContext<z.output<Settings>, Services, TextKey> & { due: Due }>>;
  /** Older versions stay beside the newest, for as long as dialogs in progress have them. */
  dialogs?: readonly DialogDefinition[];
  /** What dialogs ask the outside. The answer has to be plain JSON; a source that is away is an answer as well. */
  requests?: Record<string, (params: never, context: RequestContext<z.output<Settings>, Services>) => unknown>;
  /** Said before the first answer of a visit. */
  opening?: (ctx: BotContext<z.output<Settings>, Services, TextKey>) => string | null;
  /** Somebody opened a dialog with the bot. */
  welcome: Handler<BotContext<z.output<Settings>, Services, TextKey>>;
  /** What words mean that no rule or example tells, such as a bare order number. */
  hint?: (
    said: Said,
    ctx: BotContext<z.output<Settings>, Services, TextKey>,
  ) => NoInfer<Intent> | null | Promise<NoInfer<Intent> | null>;
  /** What speaks for or against intents beside the words, such as an order of the client's; asked when nothing is under way. */
  evidence?: (
    said: Said,
    ctx: BotContext<z.output<Settings>, Services, TextKey>,
  ) => readonly Evidence<NoInfer<Intent>>[] | Promise<readonly Evidence<NoInfer<Intent>>[]>;
  /** What to do for each intent. */
  on?: Partial<Record<NoInfer<Intent>, Handler<BotContext<z.output<Settings>, Services, TextKey>>>>;
  /** A dialog has ended, with what it gathered. */
  afterDialog?: Handler<BotContext<z.output<Settings>, Services, TextKey> & Ended>;
  /** Asks which of some intents is meant. */
  choose?: Handler<BotContext<z.output<Settings>, Services, TextKey> & { choices: readonly string[] }>;
  /** Nothing above fitted. */
  fallback: Handler<BotContext<z.output<Settings>, Services, TextKey>>;
};

/** A definition as the engine and the runtime see it, whatever its author's types were. */
export type AnyBot = {
  code: string;
  kind: "client" | "internal" | "notification";
  hearsEverything?: true;
  fileTypes?: readonly string[];
  scopes?: readonly string[];
  name: Record<Language, string>;
  settings?: z.ZodType;
  texts: TextCatalog;
  intents?: Record<string, IntentDefinition>;
  commands?: Record<string, AnyCommand>;
  schedules?: Record<string, AnyHandler>;
  dialogs?: readonly DialogDefinition[];
  requests?: Record<string, (params: never, context: RequestContext<never, never>) => unknown>;
  // oxlint-disable-next-line typescript/no-explicit-any -- as above
  opening?: (ctx: any) => string | null;
  welcome: AnyHandler;
  // oxlint-disable-next-line typescript/no-explicit-any -- as above
  hint?: (said: Said, ctx: any) => string | null | Promise<string | null>;
  // oxlint-disable-next-line typescript/no-explicit-any -- as above
  evidence?: (said: Said, ctx: any) => readonly Evidence[] | Promise<readonly Evidence[]>;
  on?: Partial<Record<string, AnyHandler>>;
  afterDialog?: AnyHandler;
  choose?: AnyHandler;
  fallback: AnyHandler;
};

/** A command as the engine sees it. */
export type AnyCommand = Omit<HeldCommand<never>, "handler"> & { handler: AnyHandler };

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
  Settings extends z.ZodType = NoSettings,
  Services = Record<never, never>,
>(definition: BotDefinition<TextKey, Intent, Settings, Services>): BotDefinition<TextKey, Intent, Settings, Services> {
  const fail = (problem: string): never => {
    throw new Error(`Bot "${definition.code}": ${problem}`);
  };
  if (!CODE.test(definition.code)) {
    throw new Error(`Bot code "${definition.code}": use a-z, 0-9, dots and dashes, starting with a letter`);
  }
  const { en, ru } = definition.texts;
  for (const key of new Set([...Object.keys(en), ...Object.keys(ru)])) {
    if (!(key in en) || !(key in ru)) fail(`the text "${key}" is not in every language`);
  }
  if (definition.settings && !definition.settings.safeParse({}).success) {
    fail("every setting needs a default, so that a new portal works at once");
  }
  const intents: [string, IntentDefinition][] = Object.entries(definition.intents ?? {});
  for (const [name, { title }] of intents) {
    if (title !== undefined && !(title in en)) fail(`the title of the intent "${name}" is no text of it`);
  }
  for (const dialog of definition.dialogs ?? []) {
    defineDialog(dialog);
    for (const step of Object.values(dialog.steps)) {
      if (step.kind === "request" && !(step.request in (definition.requests ?? {}))) {
        fail(`the dialog "${dialog.name}" makes the request "${step.request}", which is not there`);
      }
    }
  }
  checkCommands(definition, fail);
  return definition;
}
