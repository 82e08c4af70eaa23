import type { Button } from "@botdeck/core";

import { colorsOf, formatFault, given, isLink } from "./format-fault.ts";

export type ColorToken = "primary" | "secondary" | "alert" | "base";

/** How a button looks; the colours are `#29619b`. */
export type ButtonFace = {
  text: string;
  color?: string;
  /** A colour of the portal's theme; `base` by default. */
  colorToken?: ColorToken;
  textColor?: string;
  /** While it cannot be pressed. */
  offColor?: string;
  offTextColor?: string;
  isDisabled?: boolean;
  widthPx?: number;
  /** `line` by default: beside its neighbours. `block` has a line of its own. */
  display?: "line" | "block";
  /** Where it is shown; `all` by default. */
  context?: "all" | "desktop" | "mobile";
};

/**
 * A button with the one thing it does. All but `command` happen in the person's own client: the bot hears nothing, save
 * for the message that `say` makes.
 */
export type KeyboardButton =
  | Button
  | (ButtonFace &
      (
        | { kind: "say"; say?: string | undefined }
        /** Needs a registered command. `blocksOnPress` holds until the bot updates the message. */
        | { kind: "command"; command: string; params: string; blocksOnPress?: boolean }
        | { kind: "link"; url: string }
        /** Puts a text into the person's input. */
        | { kind: "put"; put?: string }
        | { kind: "copy"; copy: string }
        /** International form, such as `+4930123456`. */
        | { kind: "call"; phone: string }
        /** Opens `chat5`, or the private dialog with person `5`. */
        | { kind: "dialog"; dialogId: string }
      ));

/** A button or the end of a row, as the portal takes it in both versions. */
export type WireButton = Record<string, unknown>;
export type Keyboard = readonly (readonly KeyboardButton[])[];

/**
 * Lays rows of buttons out as Bitrix24 wants them: one flat list with line ends in between.
 *
 * @throws AppError `invalid` that names the button and what is wrong with it.
 * @see Bitrix24 docs: chat-bots-v2/imbot.v2/messages/message-keyboards
 */
export function toKeyboard(rows: Keyboard): WireButton[] {
  return rows
    .filter((row) => row.length > 0)
    .flatMap((row, rowIndex) => {
      const buttons = row.map((button, index) => toWireButton(button, rowIndex + 1, index + 1));
      return rowIndex === 0 ? buttons : [{ TYPE: "NEWLINE" }, ...buttons];
    });
}

function toWireButton(button: KeyboardButton, row: number, place: number): WireButton {
  const where = `Button "${button.text}" (row ${row}, place ${place})`;
  if (button.text.trim() === "") throw formatFault(where, "it needs a text");
  return { ...faceOf(button, where), ...actionOf(button, where) };
}

function faceOf(face: ButtonFace, where: string): WireButton {
  const { widthPx } = face;
  if (widthPx !== undefined && !(Number.isInteger(widthPx) && widthPx > 0)) {
    throw formatFault(where, "its width is a whole number of pixels");
  }
  return given({
    TEXT: face.text,
    DISPLAY: face.display === "block" ? "BLOCK" : "LINE",
    ...colorsOf(where, {
      BG_COLOR: face.color,
      TEXT_COLOR: face.textColor,
      OFF_BG_COLOR: face.offColor,
      OFF_TEXT_COLOR: face.offTextColor,
    }),
    BG_COLOR_TOKEN: face.colorToken,
    DISABLED: face.isDisabled === true ? "Y" : undefined,
    WIDTH: widthPx,
    CONTEXT: face.context?.toUpperCase(),
  });
}

function actionOf(button: KeyboardButton, where: string): WireButton {
  switch (button.kind) {
    case "say":
      return action("SEND", button.say ?? button.text);
    case "put":
      return action("PUT", button.put ?? button.text);
    case "copy":
      return action("COPY", button.copy);
    case "call":
      if (!/^\+?[\d ()-]+$/.test(button.phone)) throw formatFault(where, "it calls a phone number such as +4930123456");
      return action("CALL", button.phone);
    case "dialog":
      if (!/^(?:chat)?\d+$/.test(button.dialogId)) throw formatFault(where, "it opens a dialog such as chat5 or 5");
      return action("DIALOG", button.dialogId);
    case "command":
      return commandOf(button, where);
    case "link":
      if (!isLink(button.url)) throw formatFault(where, "its link begins with https://, http:// or /");
      return { LINK: button.url };
    default:
      throw formatFault(where, "it does nothing the portal knows");
  }
}

const action = (name: string, value: string): WireButton => ({ ACTION: name, ACTION_VALUE: value });

function commandOf(button: { command: string; params: string; blocksOnPress?: boolean }, where: string): WireButton {
  const command = button.command.replace(/^\//, "");
  if (!/^\w+$/.test(command)) throw formatFault(where, "its command has Latin letters, digits and _ only");
  return { COMMAND: command, COMMAND_PARAMS: button.params, ...(button.blocksOnPress === true && { BLOCK: "Y" }) };
}
