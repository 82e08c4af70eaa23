import { BbText } from "./bb.ts";
import { colorsOf, formatFault, given, isLink } from "./format-fault.ts";
import type { ColorToken } from "./keyboard.ts";

/** What a block leads to: an address, or something of the portal. */
export type AttachTarget =
  | { url: string }
  | { userId: string }
  | { chatId: string }
  | { botId: string }
  | { networkId: string };
type Picture = { url: string; name?: string; preview?: string; widthPx?: number; heightPx?: number };

export type GridRow = {
  name?: string;
  value?: string | BbText;
  widthPx?: number;
  heightPx?: number;
  color?: string;
  colorToken?: ColorToken;
  target?: Exclude<AttachTarget, { botId: string } | { networkId: string }>;
};

/** One part of a card. Texts may hold BB codes, so escape what strangers wrote. */
export type AttachBlock =
  | { kind: "message"; text: string | BbText }
  | {
      kind: "link";
      target: Exclude<AttachTarget, { botId: string }>;
      name?: string;
      description?: string;
      html?: string;
      preview?: string;
      widthPx?: number;
      heightPx?: number;
    }
  | { kind: "user"; name: string; avatar?: string; avatarType?: string; target?: AttachTarget }
  | { kind: "grid"; display: "block" | "line" | "row" | "table"; rows: readonly GridRow[] }
  | { kind: "images"; images: readonly Picture[] }
  | { kind: "files"; files: readonly { url: string; name?: string; sizeBytes?: number }[] }
  | { kind: "delimiter"; size?: number; color?: string };

/** A card below a message. It does not reach e-mail, push and XMPP, so the text must do without it. */
export type Attach = { id?: number; color?: string; colorToken?: ColorToken; blocks: readonly AttachBlock[] };

export type WireAttach = { BLOCKS: Record<string, unknown>[] } & Record<string, unknown>;

/**
 * Writes a card as both versions take it.
 *
 * @throws AppError `invalid` that names the block and what is wrong with it; the portal refuses an empty card.
 * @see Bitrix24 docs: messages/attachments
 */
export function toAttach({ id, color, colorToken, blocks }: Attach): WireAttach {
  if (blocks.length === 0) throw formatFault("The attach", "it needs at least one block; leave an empty one out");
  return {
    ...given({ ID: id, COLOR_TOKEN: colorToken }),
    ...colorsOf("The attach", { COLOR: color }),
    BLOCKS: blocks.map((block, index) => blockOf(block, `Attach block ${index + 1} (${block.kind})`)),
  };
}

function blockOf(block: AttachBlock, where: string): Record<string, unknown> {
  switch (block.kind) {
    case "message":
      return { MESSAGE: filled(String(block.text), where, "a text") };
    case "link": {
      const { name, description, html, preview, widthPx, heightPx, target } = block;
      const face = { NAME: name, DESC: description, HTML: html, PREVIEW: preview, WIDTH: widthPx, HEIGHT: heightPx };
      return { LINK: { ...targetOf(target, where), ...given(face) } };
    }
    case "user": {
      const { name, avatar, avatarType, target } = block;
      const face = { NAME: filled(name, where, "a name"), AVATAR: avatar, AVATAR_TYPE: avatarType };
      return { USER: { ...given(face), ...(target && targetOf(target, where)) } };
    }
    case "grid":
      return { GRID: several(block.rows, where, "row").map((row) => gridRow(row, block.display, where)) };
    case "images":
      return { IMAGE: several(block.images, where, "image").map((image) => pictureOf(image, where)) };
    case "files":
      return {
        FILE: several(block.files, where, "file").map(({ url, name, sizeBytes }) =>
          given({ LINK: linkOf(url, where), NAME: name, SIZE: sizeBytes }),
        ),
      };
    case "delimiter":
      return { DELIMITER: { SIZE: block.size ?? 200, ...colorsOf(where, { COLOR: block.color }) } };
    default:
      throw formatFault(where, "the portal knows no such block");
  }
}

function gridRow(
  { name, value, widthPx, heightPx, color, colorToken, target }: GridRow,
  display: string,
  where: string,
) {
  const face = { NAME: name, VALUE: value === undefined ? undefined : String(value), WIDTH: widthPx, HEIGHT: heightPx };
  return {
    DISPLAY: display.toUpperCase(),
    ...given({ ...face, COLOR_TOKEN: colorToken }),
    ...colorsOf(where, { COLOR: color }),
    ...(target && targetOf(target, where)),
  };
}

function pictureOf({ url, name, preview, widthPx, heightPx }: Picture, where: string) {
  return given({ LINK: linkOf(url, where), NAME: name, PREVIEW: preview, WIDTH: widthPx, HEIGHT: heightPx });
}

function targetOf(target: AttachTarget, where: string): Record<string, unknown> {
  if ("url" in target) return { LINK: linkOf(target.url, where) };
  if ("userId" in target) return { USER_ID: target.userId };
  if ("chatId" in target) return { CHAT_ID: target.chatId };
  return "botId" in target ? { BOT_ID: target.botId } : { NETWORK_ID: target.networkId };
}

function linkOf(url: string, where: string): string {
  if (isLink(url)) return url;
  throw formatFault(where, "its link begins with https://, http:// or /");
}

function filled(text: string, where: string, what: string): string {
  if (text.trim() !== "") return text;
  throw formatFault(where, `it needs ${what}`);
}

function several<Item>(items: readonly Item[], where: string, what: string): readonly Item[] {
  if (items.length > 0) return items;
  throw formatFault(where, `it needs at least one ${what}`);
}
