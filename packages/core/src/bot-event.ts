import { z } from "zod";

/** Where a conversation happens. `open_line` is a client talking through a messenger, a widget or a mail box. */
export const DialogType = z.enum(["private", "group", "open_line"]);
export type DialogType = z.infer<typeof DialogType>;

export const Dialog = z.object({
  /** As the portal names it: `chat142` for a chat, the other person's bare id for a private dialog. Replies go to this. */
  id: z.string().min(1),
  /** Numeric chat id as text; null in some private dialogs. The open line session methods want this one. */
  chatId: z.string().nullable(),
  type: DialogType,
  title: z.string(),
  /** `connector|line|connector chat|connector user` of an open line; null elsewhere. */
  entityId: z.string().nullable(),
});
export type Dialog = z.infer<typeof Dialog>;

/** The line of an open line dialog: of `livechat|1|12|34` the second part. Null elsewhere. */
export const lineOf = ({ entityId }: Pick<Dialog, "entityId">): string | null => entityId?.split("|")[1] ?? null;

/** Who acted. A `client` is the outside person of an open line, an `operator` is an employee who wrote in one. */
export const PersonKind = z.enum(["client", "employee", "extranet", "bot", "system"]);
export type PersonKind = z.infer<typeof PersonKind>;

export const Person = z.object({
  /** Portal user id; `0` is the portal itself. */
  id: z.string(),
  name: z.string(),
  kind: PersonKind,
});
export type Person = z.infer<typeof Person>;

/** A file that came with a message. Its content is fetched later by id: download links are one-time. */
export const FileRef = z.object({
  id: z.string().min(1),
  name: z.string().nullable(),
  sizeBytes: z.number().int().nonnegative().nullable(),
});
export type FileRef = z.infer<typeof FileRef>;

export const Message = z.object({
  /** Portal message id. */
  id: z.string().min(1),
  text: z.string(),
  files: z.array(FileRef),
});
export type Message = z.infer<typeof Message>;

const Base = z.object({
  /** Our id of the portal. */
  portalId: z.uuid(),
  /** Our id of the bot the event is for. */
  botId: z.uuid(),
  dialog: Dialog,
  person: Person,
  /** Two-letter code as the portal gave it, such as `ru`; null when it gave none. */
  language: z.string().nullable(),
  /** The portal's own time of the event, ISO 8601; our time of arrival when it gave none. */
  occurredAt: z.iso.datetime({ offset: true }),
  /** Found after an outage, and overtaken by what came since: it is written down, and changes and answers nothing. */
  isPast: z.literal(true).optional(),
  /** It waited for its person's permission and runs again: its words are written down already. */
  isResumed: z.literal(true).optional(),
});

/**
 * One thing that happened to a bot, whatever wire it came by (v1 webhook, v2 webhook, v2 fetch, one of our workflows).
 * Handlers see only this.
 */
export const BotEvent = z.discriminatedUnion("kind", [
  Base.extend({ kind: z.literal("message.added"), message: Message }),
  Base.extend({ kind: z.literal("message.updated"), message: Message }),
  Base.extend({ kind: z.literal("message.deleted"), messageId: z.string() }),
  /** The bot was put into a chat, or a person opened a dialog with it: the moment to greet. */
  Base.extend({ kind: z.literal("bot.joined") }),
  Base.extend({
    kind: z.literal("command.called"),
    message: Message,
    command: z.object({
      id: z.string(),
      /** Without the slash. */
      name: z.string(),
      params: z.string(),
      context: z.enum(["textarea", "keyboard", "menu"]),
    }),
  }),
  Base.extend({
    kind: z.literal("reaction.changed"),
    messageId: z.string(),
    reaction: z.string(),
    action: z.enum(["add", "delete"]),
  }),
  Base.extend({ kind: z.literal("context.opened"), context: z.record(z.string(), z.unknown()) }),
  /** The portal removed the bot: the last event it gets. */
  Base.extend({ kind: z.literal("bot.removed") }),
  /** One of our workflows came to its end; the dialog is the bot's again. */
  Base.extend({
    kind: z.literal("workflow.ended"),
    workflowId: z.string(),
    outcome: z.string(),
    /** What its dialog gathered, in the dialog package's form. */
    result: z.unknown().optional(),
  }),
  /** Something that is done again and again is due. `person` is whose rights it has. */
  Base.extend({
    kind: z.literal("schedule.due"),
    scheduleId: z.uuid(),
    /** Which of the bot's schedules. */
    name: z.string(),
    input: z.unknown(),
    /** The moment it was due, ISO 8601: later than planned after an outage. */
    dueAt: z.iso.datetime({ offset: true }),
  }),
  /**
   * The person asked a workflow that leads something else: the bot answers that, and the workflow goes on. Of one that does not
   * lead, or is gone, these are words that nobody has answered.
   */
  Base.extend({
    kind: z.literal("workflow.digressed"),
    workflowId: z.string(),
    intent: z.string(),
    /** What they said, as the dialog package understood it. */
    said: z.unknown(),
  }),
]);
export type BotEvent = z.infer<typeof BotEvent>;
export type BotEventKind = BotEvent["kind"];

/** An event with the key under which a second delivery of it is recognised. */
export type KeyedBotEvent = { dedupeKey: string; event: BotEvent };
