import type { KeyboardButton } from "../state/model.ts";

/** `null` when the value is not a keyboard. */
type ParsedKeyboard = KeyboardButton[] | null;

const ACTIONS = ["PUT", "SEND", "COPY", "CALL", "DIALOG"];

/**
 * Reads a keyboard in any documented form: a flat list of buttons, `{BOT_ID, BUTTONS}`, either as JSON text, and `"N"`
 * or nothing for none. Rows as nested lists are not documented and not accepted.
 *
 * Bitrix24 docs: chat-bots-v2/imbot.v2/messages/message-keyboards.
 */
export function parseKeyboard(value: unknown): ParsedKeyboard {
  if (value === undefined || value === null || value === "" || value === "N") return [];
  if (typeof value === "string") return parseJsonKeyboard(value);
  if (typeof value !== "object") return null;
  const buttons = "BUTTONS" in value ? value.BUTTONS : value;
  if (typeof buttons !== "object" || buttons === null) return null;
  // Form bodies give a list as a map when its numbers have holes.
  const entries = Object.values(buttons).map(parseButton);
  return entries.every((button) => button !== null) ? entries : null;
}

function parseJsonKeyboard(text: string): ParsedKeyboard {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "string" ? null : parseKeyboard(parsed);
  } catch {
    return null;
  }
}

function parseButton(value: unknown): KeyboardButton | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const entries = Object.entries(value).filter(([, item]) => typeof item === "string" || typeof item === "number");
  const button: KeyboardButton = Object.fromEntries(entries);
  if (button["TYPE"] === "NEWLINE") return button;
  const isKnownAction = button["ACTION"] === undefined || ACTIONS.includes(String(button["ACTION"]));
  return String(button["TEXT"] ?? "") === "" || !isKnownAction ? null : button;
}
