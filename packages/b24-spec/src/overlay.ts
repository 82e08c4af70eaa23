import type { AnswerKind, ValueKind } from "./method-spec.ts";

/** A correction of one method's description. Every one says why. */
export type Correction = {
  reason: string;
  scope?: string | null;
  kind?: "read" | "write";
  page?: string;
  /** By parameter, or `fields.TITLE` for one inside; null takes a parameter away. New names are added. */
  params?: Record<string, { kind?: ValueKind; isRequired?: boolean } | null>;
  /** Replaces the documented answer (the value under `result`). */
  result?: unknown;
  /** Fields of the answer that are always there, such as `bot.id` or `messages.[].id`: typed without null, checked when read. */
  certain?: readonly string[];
  /** How answer fields are read, by the same paths, where the example misleads or does not show them. */
  reads?: Record<string, AnswerKind>;
  /** Stands beside the result of a list. */
  total?: number;
  needsApp?: true;
  isBatchable?: false;
  isRest3?: true;
};

/**
 * Hand-made corrections of the documentation's data, by method. The data was parsed from prose: it marks both halves of
 * an either-or as required, lists answer fields as parameters of methods that have none, and knows no answers of some.
 */
export const OVERLAY: Record<string, Correction> = {
  // Methods without a file.
  batch: {
    reason: "no file",
    scope: null,
    kind: "write",
    isBatchable: false,
    page: "/settings/how-to-call-rest-api/batch.html",
    params: { cmd: { kind: "any", isRequired: true }, halt: { kind: "boolean" } },
    result: { result: [], result_error: [], result_total: [], result_next: [], result_time: [] },
  },
  "server.time": { reason: "no file", scope: null, kind: "read", result: "2024-08-05T09:02:13+00:00" },
  profile: {
    reason: "no file",
    scope: null,
    kind: "read",
    result: {
      ID: "1",
      ADMIN: true,
      NAME: "Demo",
      LAST_NAME: "User",
      PERSONAL_GENDER: "",
      PERSONAL_PHOTO: "",
      TIME_ZONE: "",
      TIME_ZONE_OFFSET: 3600,
    },
    certain: ["ID"],
  },
  scope: {
    reason: "no file",
    scope: null,
    kind: "read",
    params: { full: { kind: "boolean" } },
    result: ["crm", "im"],
  },
  methods: {
    reason: "no file",
    scope: null,
    kind: "read",
    params: { scope: { kind: "string" }, full: { kind: "boolean" } },
    result: ["batch", "profile"],
  },
  "app.info": {
    reason: "no file",
    scope: null,
    kind: "read",
    needsApp: true,
    result: {
      ID: 5,
      CODE: "local.demo",
      VERSION: 1,
      STATUS: "L",
      INSTALLED: true,
      PAYMENT_EXPIRED: "N",
      DAYS: null,
      LANGUAGE_ID: "en",
      LICENSE: "en_basic",
      LICENSE_TYPE: "basic",
      LICENSE_FAMILY: "basic",
    },
  },

  // What the platform counts on in an answer.
  "imopenlines.session.history.get": {
    reason: "the page shows no answer of its own; the form is that of the older page, with its glued keys",
    result: {
      chatId: 1763,
      sessionId: 343,
      canJoin: "Y",
      canVoteHead: "N",
      userId: "chat1763",
      message: {
        85851: {
          id: 85851,
          chatid: 1763,
          senderid: "27",
          recipientid: "chat1763",
          date: "2026-03-16T17:51:22+03:00",
          text: "Hello",
          textlegacy: "Hello",
          params: {},
        },
      },
      usersMessage: {},
      users: {},
    },
    certain: ["chatId", "sessionId", "message", "message.{}.id", "message.{}.senderid"],
  },
  "imbot.v2.Revision.get": { reason: "decides between v1 and v2", certain: ["rest"] },
  "imbot.v2.Bot.register": {
    reason: "the bot's number is what all else needs",
    certain: ["bot", "bot.id", "bot.code", "bot.type"],
  },
  "imbot.v2.Bot.update": { reason: "as Bot.register", certain: ["bot", "bot.id"] },
  "imbot.v2.Bot.get": { reason: "as Bot.register", certain: ["bot", "bot.id", "bot.code", "bot.type"] },
  "imbot.v2.Bot.list": { reason: "bots are told apart by these", certain: ["bots", "bots.[].id", "bots.[].code"] },
  "imbot.v2.Chat.Message.send": {
    reason: "skipConnector and silentConnector are in the prose and not in the table; a keyboard may also be a map",
    params: {
      "fields.keyboard": { kind: "any" },
      "fields.attach": { kind: "any" },
      "fields.skipConnector": { kind: "boolean" },
      "fields.silentConnector": { kind: "boolean" },
    },
    certain: ["id"],
  },
  "imbot.v2.Chat.Message.update": {
    reason: "a keyboard may also be a map, or N to take it away",
    params: { "fields.keyboard": { kind: "any" }, "fields.attach": { kind: "any" } },
  },
  "imbot.v2.Chat.Message.getContext": {
    reason: "messages are found again by these",
    certain: ["messages", "messages.[].id", "messages.[].authorId"],
  },
  "imbot.v2.Command.register": { reason: "buttons and events name it", certain: ["command", "command.id"] },
  "imbot.v2.Command.list": {
    reason: "commands are told apart by these",
    certain: ["commands", "commands.[].id", "commands.[].command"],
  },
  "imbot.v2.Event.get": {
    reason: "an event without these cannot be kept",
    certain: ["events", "events.[].eventId", "events.[].type"],
    // It is counted with: the offset is one more.
    reads: { "events.[].eventId": "number" },
  },
  "imbot.v2.File.download": { reason: "nothing else is asked for", certain: ["downloadUrl"] },
  "im.dialog.messages.get": {
    reason: "messages are found again by these",
    certain: ["chat_id", "messages", "messages.[].id", "messages.[].author_id"],
  },
  "tasks.task.add": {
    reason: "the table of fields lacks XML_ID, which portals take and give back",
    params: { "fields.XML_ID": { kind: "string" } },
    certain: ["task", "task.id"],
  },
  "tasks.task.list": {
    reason: "tasks are found again by these; the documented answer shows a selection without XML_ID",
    certain: ["tasks", "tasks.[].id"],
    reads: { "tasks.[].xmlId": "text" },
  },
};

/** Methods that the data calls writes and that change nothing: their verb is not one that its parser knows. */
export const READS_CALLED_WRITES: ReadonlySet<string> = new Set([
  "imbot.v2.Chat.Message.getContext",
  "im.dialog.messages.search",
  "im.notify.history.search",
  "imopenlines.crm.chat.getLastId",
  "crm.enum.getorderownertypes",
  "crm.status.entity.items",
  "crm.status.entity.types",
  "tasks.task.getaccess",
  "calendar.event.get.nearest",
  "calendar.event.getbyid",
  "user.search",
  "disk.file.getVersions",
  "disk.file.search",
  "disk.folder.getChildren",
  "disk.rights.getTasks",
  "disk.storage.getChildren",
  "disk.storage.getForApp",
  "disk.storage.getTypes",
]);
