import { AppError } from "@botdeck/core";

import { escapeBb } from "./escape-bb.ts";

/** A text whose BB codes are meant. Only the builders below make one, so a stranger's text cannot pass for it. */
export class BbText {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }

  toJSON(): string {
    return this.#text;
  }
}

/** A plain text is escaped where it is put in. */
export type BbContent = BbText | string | number;

/** Sizes of an inline image. */
export type ImageSize = "small" | "medium" | "large";

const QUOTE_BORDER = "-".repeat(54);

/**
 * Text with BB codes: what stands in the template is meant as it is, what is put in is escaped unless a builder made it.
 *
 * @example bb`Hello, ${person.name}! Order ${bb.bold(number)} is on its way.`
 * @see Bitrix24 docs: chat-bots-v2/imbot.v2/messages/message-formatting
 */
export const bb = Object.assign(template, {
  bold: (content: BbContent) => pair("b", null, content),
  italic: (content: BbContent) => pair("i", null, content),
  underline: (content: BbContent) => pair("u", null, content),
  strike: (content: BbContent) => pair("s", null, content),
  /** @param px 8 to 30. */
  size: (px: number, content: BbContent) => pair("size", valid("size", String(px), /^(?:[89]|[12]\d|30)$/), content),
  /** @param hex Such as `#ff0000`. */
  color: (hex: string, content: BbContent) =>
    pair("color", valid("color", hex, /^#(?:[\da-f]{3}|[\da-f]{6})$/i), content),
  link: (url: string, content: BbContent = url) =>
    pair("url", valid("url", url, /^(?:https?:\/\/|\/)[^\s\]]+$/i), content),
  /** Mentions a person: they are told. */
  user: (userId: string, name: BbContent) => pair("user", valid("user", userId, /^\d+$/), name),
  /** Mentions all members of the chat. */
  everyone: (content: BbContent) => pair("user", "all", content),
  chat: (chatId: string, content: BbContent) => pair("chat", valid("chat", chatId, /^\d+$/), content),
  openLine: (sessionId: string, content: BbContent) =>
    pair("chat", `imol|${valid("chat", sessionId, /^\d+$/)}`, content),
  /** Leads to one message of a dialog. */
  message: (dialogId: string, messageId: string, content: BbContent) =>
    pair("context", `${valid("context", dialogId, /^(?:chat)?\d+$/)}/${valid("context", messageId, /^\d+$/)}`, content),
  /** Lines marked as somebody's words. */
  quote: (content: BbContent) => new BbText(textOf(content).replace(/^/gm, ">>")),
  /** A message quoted with who wrote it and when. */
  quoteMessage: (author: string, when: string, content: BbContent) =>
    new BbText(`${QUOTE_BORDER}\n${escapeBb(author)} [${escapeBb(when)}]\n${textOf(content)}\n${QUOTE_BORDER}`),
  /** Shown as it is. A `[/code]` inside would end it, so that one is taken apart. */
  code: (text: string) => new BbText(`[code]${text.replaceAll(/\[(?=\/code)/gi, "[\u200B")}[/code]`),
  /** There is no list among the BB codes; lines with a dot look like one. */
  list: (items: readonly BbContent[]) => new BbText(items.map((item) => `• ${textOf(item)}`).join("\n")),
  image: (url: string, size: ImageSize) =>
    new BbText(`[img size=${size}]${valid("img", url, /^https?:\/\/[^\s[\]]+$/i)} [/img]`),
  icon: (url: string, { sizePx = 20, title = "" } = {}) => {
    const source = valid("icon", url, /^https?:\/\/[^\s\]]+$/i);
    return new BbText(`[icon=${source} size=${sizePx} title=${title.replaceAll(/[[\]\n]/g, " ")}]`);
  },
  /** Puts a text into the person's input when pressed. */
  put: (text: string, content: BbContent = text) => pair("put", attribute(text), content),
  /** Sends a text as the person when pressed. */
  send: (text: string, content: BbContent = text) => pair("send", attribute(text), content),
  call: (phone: string, content: BbContent = phone) => pair("call", valid("call", phone, /^\+?[\d ()-]+$/), content),
  /** Shown in the reader's time zone and language. @param format Such as `SHORT_TIME_FORMAT`. */
  time: (at: Date, format = "LONG_DATE_FORMAT") =>
    new BbText(`[timestamp=${Math.floor(at.getTime() / 1000)} format=${valid("timestamp", format, /^[A-Z_]+$/)}]`),
  /** A file of the portal's Disk. */
  file: (diskId: string) => new BbText(`[disk=${valid("disk", diskId, /^\d+$/)}]`),
});

function template(parts: TemplateStringsArray, ...contents: BbContent[]): BbText {
  return new BbText(
    parts.map((part, index) => (index === 0 ? part : textOf(contents[index - 1] ?? "") + part)).join(""),
  );
}

function pair(tag: string, value: string | null, content: BbContent): BbText {
  return new BbText(`[${tag}${value === null ? "" : `=${value}`}]${textOf(content)}[/${tag}]`);
}

function textOf(content: BbContent): string {
  return content instanceof BbText ? content.toString() : escapeBb(String(content));
}

/** A bracket would end the tag too early. */
const attribute = (text: string) => text.replaceAll("[", "(").replaceAll("]", ")").replaceAll("\n", " ");

function valid(tag: string, value: string, form: RegExp): string {
  if (form.test(value)) return value;
  throw new AppError("invalid", `The BB code [${tag}] does not take "${value.slice(0, 80)}"`);
}
