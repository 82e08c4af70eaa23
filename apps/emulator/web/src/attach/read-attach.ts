import { toSafeHref } from "@botdeck/ui";
import type {
  Attach,
  AttachBlock,
  AttachedFile,
  AttachTone,
  GridCell,
  GridDisplay,
  Picture,
  Target,
} from "./attach-block.ts";
import { hexColor } from "./color.ts";

type Fields = Record<string, unknown>;

const TONES: readonly AttachTone[] = ["primary", "secondary", "alert", "base"];
const DISPLAYS: readonly GridDisplay[] = ["BLOCK", "LINE", "ROW", "TABLE"];
const WIDEST_PX = 600;

/**
 * Reads an attach in any form the portal takes: whole, the bare list of blocks, or either as JSON text; names in any
 * case. What is no known block is left out; null when nothing remains.
 *
 * Bitrix24 docs: api-reference/chats/messages/attachments.
 */
export function readAttach(value: unknown): Attach | null {
  const whole = typeof value === "string" ? fromJson(value) : value;
  const fields = isFields(whole) ? upper(whole) : {};
  const blocks = listOf(Array.isArray(whole) ? whole : (fields["BLOCKS"] ?? whole)).flatMap(readBlock);
  if (blocks.length === 0) return null;
  const tone = TONES.find((name) => name === fields["COLOR_TOKEN"]) ?? "primary";
  return { color: hexColor(fields["COLOR"]), tone, blocks };
}

function readBlock(value: unknown): AttachBlock[] {
  if (!isFields(value)) return [];
  return Object.entries(upper(value)).flatMap(([kind, content]): AttachBlock[] => {
    switch (kind) {
      case "MESSAGE":
        return [{ kind: "message", text: text(content) }];
      case "USER":
        return fieldsOf(content).map((user) => ({
          kind: "user",
          name: text(user["NAME"]),
          avatar: toSafeHref(text(user["AVATAR"])),
          target: targetOf(user),
        }));
      case "LINK":
        return fieldsOf(content).map((link) => ({
          kind: "link",
          name: text(link["NAME"]) || text(link["LINK"]),
          text: text(link["DESC"]) || text(link["HTML"]).replaceAll(/<[^>]*>/gu, ""),
          preview: toSafeHref(text(link["PREVIEW"])),
          target: targetOf(link),
        }));
      case "GRID":
        return [{ kind: "grid", groups: groupCells(fieldsOf(content)) }];
      case "IMAGE":
        return [{ kind: "images", pictures: fieldsOf(content).flatMap(readPicture) }];
      case "FILE":
        return [{ kind: "files", files: fieldsOf(content).flatMap(readFile) }];
      case "DELIMITER": {
        const delimiter = fieldsOf(content)[0] ?? {};
        const widthPx = Math.min(Number(delimiter["SIZE"]) || 200, WIDEST_PX);
        return [{ kind: "delimiter", widthPx, color: hexColor(delimiter["COLOR"]) }];
      }
      default:
        return [];
    }
  });
}

function groupCells(cells: Fields[]): { display: GridDisplay; cells: GridCell[] }[] {
  const groups: { display: GridDisplay; cells: GridCell[] }[] = [];
  for (const cell of cells) {
    const display = DISPLAYS.find((name) => name === text(cell["DISPLAY"]).toUpperCase()) ?? "BLOCK";
    const group = groups.at(-1);
    if (group?.display === display) group.cells.push(readCell(cell));
    else groups.push({ display, cells: [readCell(cell)] });
  }
  return groups;
}

function readCell(cell: Fields): GridCell {
  const widthPx = Number(cell["WIDTH"]) || null;
  return {
    name: text(cell["NAME"]),
    value: text(cell["VALUE"]),
    color: hexColor(cell["COLOR"]),
    widthPx: widthPx === null ? null : Math.min(widthPx, WIDEST_PX),
    target: targetOf(cell),
  };
}

function readPicture(picture: Fields): Picture[] {
  const href = toSafeHref(text(picture["LINK"]));
  if (href === null) return [];
  return [{ href, preview: toSafeHref(text(picture["PREVIEW"])) ?? href, name: text(picture["NAME"]) }];
}

function readFile(file: Fields): AttachedFile[] {
  const href = toSafeHref(text(file["LINK"]));
  if (href === null) return [];
  const name = text(file["NAME"]) || (href.split("/").at(-1) ?? href);
  return [{ href, name, sizeBytes: Number(file["SIZE"]) || null }];
}

function targetOf(fields: Fields): Target {
  const href = toSafeHref(text(fields["LINK"]));
  if (href !== null) return { href };
  const personId = text(fields["USER_ID"]) || text(fields["BOT_ID"]);
  if (/^\d+$/u.test(personId)) return { personId };
  const chatId = text(fields["CHAT_ID"]).replace(/^chat/u, "");
  return /^\d+$/u.test(chatId) ? { chatId } : null;
}

/** One thing or a list of them, each with its names in capitals. */
function fieldsOf(value: unknown): Fields[] {
  const isOne = isFields(value) && !Object.keys(value).every((key) => /^\d+$/u.test(key));
  return (isOne ? [value] : listOf(value)).filter(isFields).map(upper);
}

/** Form bodies give a list as a map of numbers. */
function listOf(value: unknown): unknown[] {
  return typeof value === "object" && value !== null ? Object.values(value) : [];
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function upper(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name.toUpperCase(), value]));
}

function text(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function fromJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return null;
  }
}
