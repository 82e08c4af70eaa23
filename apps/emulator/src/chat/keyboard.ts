import type { KeyboardButton } from "../state/model.ts";

/** `null` when the value is not a keyboard. */
type ParsedKeyboard = KeyboardButton[] | null;

/** Of the keyboard as JSON, in characters. Bitrix24 docs: api-reference/chats/messages/keyboards (v1). */
export const MAX_KEYBOARD_LENGTH_V1 = 30_000;

const ACTIONS = ["PUT", "SEND", "COPY", "CALL", "DIALOG"];
/** What a press does; a button has exactly one of these. */
const DEEDS = ["LINK", "COMMAND", "ACTION", "APP_ID"];
/** A page of the portal, or any other. */
const ADDRESS = /^(?:\/|https?:\/\/)/i;

/**
 * Reads a keyboard in any documented form: a flat list of buttons, `{BOT_ID, BUTTONS}`, either as JSON text, and `"N"`
 * or nothing for none. Rows as nested lists are not documented and not accepted. A menu has the same form.
 *
 * Bitrix24 docs: chat-bots-v2/imbot.v2/messages/message-keyboards.
 */
export function parseKeyboard(value: unknown): ParsedKeyboard {
  if (value === undefined || value === null || value === "" || value === "N") return [];
  if (typeof value === "string") return parseJsonKeyboard(value);
  if (typeof value !== "object") return null;
  const buttons = "BUTTONS" in value ? value.BUTTONS : "ITEMS" in value ? value.ITEMS : value;
  if (typeof buttons !== "object" || buttons === null) return null;
  const botId = "BOT_ID" in value && !Array.isArray(value) ? Number(value.BOT_ID) : null;
  // Form bodies give a list as a map when its numbers have holes.
  const parsed = Object.values(buttons).map((button) => parseButton(button, botId));
  return parsed.every((button) => button !== null) ? parsed : null;
}

function parseJsonKeyboard(text: string): ParsedKeyboard {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "string" ? null : parseKeyboard(parsed);
  } catch {
    return null;
  }
}

/** A command button keeps the bot that stands beside BUTTONS, since the same command may belong to several. */
function parseButton(value: unknown, botId: number | null): KeyboardButton | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const entries = Object.entries(value).filter(([, item]) => typeof item === "string" || typeof item === "number");
  const button: KeyboardButton = Object.fromEntries(entries);
  if (button["TYPE"] === "NEWLINE") return button;
  const deeds = DEEDS.filter((deed) => button[deed] !== undefined);
  if (String(button["TEXT"] ?? "") === "" || deeds.length !== 1 || !isDoable(button)) return null;
  const isOwned = button["COMMAND"] === undefined || button["BOT_ID"] !== undefined || botId === null;
  return isOwned ? button : { ...button, BOT_ID: botId };
}

function isDoable({ ACTION, ACTION_VALUE, LINK, COMMAND }: KeyboardButton): boolean {
  if (ACTION !== undefined) return ACTIONS.includes(String(ACTION)) && String(ACTION_VALUE ?? "") !== "";
  if (LINK !== undefined) return ADDRESS.test(String(LINK));
  return COMMAND !== "";
}
