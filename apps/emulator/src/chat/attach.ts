/** Bitrix24 docs: messages/attachments (v2), and chats/messages/attachments (v1). */
export const MAX_ATTACH_LENGTH_V2 = 60_000;
export const MAX_ATTACH_LENGTH_V1 = 30_000;

/** `empty` stands for "no attach", which clears one on an update. */
export type ParsedAttach =
  | { kind: "empty" }
  | { kind: "attach"; attach: unknown }
  | { kind: "wrong" }
  | { kind: "oversize" };

type Block = Record<string, unknown>;

const WRONG: ParsedAttach = { kind: "wrong" };

/**
 * Reads an attach in its full form with BLOCKS, as the bare list of blocks, or either as JSON text. Every block has one
 * documented kind with what that kind needs.
 *
 * @param maxLength Of the attach as JSON, in characters.
 * Bitrix24 docs: api-reference/chats/messages/attachments.
 */
export function parseAttach(value: unknown, maxLength: number): ParsedAttach {
  if (value === undefined || value === null || value === "" || value === "N") return { kind: "empty" };
  const attach = typeof value === "string" ? parseJson(value) : value;
  const blocks = blocksOf(attach);
  if (blocks === null || blocks.length === 0 || !blocks.every(isBlock)) return WRONG;
  return JSON.stringify(attach).length > maxLength ? { kind: "oversize" } : { kind: "attach", attach };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function blocksOf(attach: unknown): unknown[] | null {
  if (Array.isArray(attach)) return attach;
  if (!isMap(attach)) return null;
  const blocks = "BLOCKS" in attach ? attach["BLOCKS"] : attach;
  // Form bodies give a list as a map when its numbers have holes.
  return typeof blocks === "object" && blocks !== null && !isNamed(blocks) ? Object.values(blocks) : null;
}

function isNamed(value: object): boolean {
  return !Array.isArray(value) && Object.keys(value).some((key) => !/^\d+$/.test(key));
}

function isMap(value: unknown): value is Block {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const GRID_DISPLAYS = ["BLOCK", "LINE", "ROW", "TABLE"];

/** What each kind of block needs. */
const KINDS: Record<string, (value: unknown) => boolean> = {
  MESSAGE: isText,
  LINK: (value) => oneOrMany(value, (item) => hasAny(item, "LINK", "USER_ID", "CHAT_ID", "NETWORK_ID")),
  USER: (value) => oneOrMany(value, (item) => hasAny(item, "NAME")),
  GRID: (value) => oneOrMany(value, isGridItem),
  IMAGE: (value) => oneOrMany(value, (item) => hasAny(item, "LINK")),
  FILE: (value) => oneOrMany(value, (item) => hasAny(item, "LINK")),
  DELIMITER: isMap,
};

function isBlock(block: unknown): boolean {
  if (!isMap(block)) return false;
  const kinds = Object.keys(block);
  return kinds.length === 1 && kinds.every((kind) => Object.hasOwn(KINDS, kind) && KINDS[kind]?.(block[kind]) === true);
}

function isGridItem(item: Block): boolean {
  return GRID_DISPLAYS.includes(String(item["DISPLAY"]).toUpperCase());
}

function oneOrMany(value: unknown, isRight: (item: Block) => boolean): boolean {
  if (!isMap(value) && !Array.isArray(value)) return false;
  const items = Array.isArray(value) ? value : isNamed(value) ? [value] : Object.values(value);
  return items.length > 0 && items.every((item) => isMap(item) && isRight(item));
}

function hasAny(item: Block, ...names: string[]): boolean {
  return names.some((name) => isText(item[name]));
}

function isText(value: unknown): boolean {
  return (typeof value === "string" && value !== "") || typeof value === "number";
}
