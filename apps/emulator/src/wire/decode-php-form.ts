import { unescape } from "node:querystring";

/** What PHP's `parse_str` can give: text, lists and maps of it. */
export type PhpValue = string | PhpValue[] | { [key: string]: PhpValue };

/** A file of a multipart form as methods take files: its name and its content as base64. */
export type FormFile = readonly [name: string, content: string];

/** PHP's own limits (`max_input_vars` as Bitrix24 sets it, `max_input_nesting_level`): what is beyond is dropped. */
export const MAX_VARIABLES = 10_000;
export const MAX_DEPTH = 64;

type Branch = { children: Map<string, Branch | Leaf>; nextIndex: number };
type Leaf = string | FormFile;

/** Reads `a=1&b[c][]=2` as PHP does: brackets nest, `[]` counts up, a later value wins, dots in the first name become `_`. */
export function decodePhpForm(text: string): Record<string, PhpValue> {
  const pairs = text.split("&", MAX_VARIABLES).map((pair): [string, string] => {
    const separator = pair.indexOf("=");
    const key = decodeText(separator < 0 ? pair : pair.slice(0, separator));
    return [key, separator < 0 ? "" : decodeText(pair.slice(separator + 1))];
  });
  return decodePhpPairs(pairs);
}

/** Puts the parts of a form, such as a multipart one, where the brackets in their names say. */
export function decodePhpPairs(pairs: Iterable<readonly [string, Leaf]>): Record<string, PhpValue> {
  const root = createBranch();
  for (const [key, value] of pairs) {
    const path = pathOf(key);
    if (path.length > 0 && path.length <= MAX_DEPTH) put(root, path, value);
  }
  return Object.fromEntries(plainEntries(root));
}

function createBranch(): Branch {
  return { children: new Map(), nextIndex: 0 };
}

function decodeText(text: string): string {
  return unescape(text.replaceAll("+", " "));
}

function pathOf(key: string): string[] {
  const trimmed = key.trimStart();
  const open = trimmed.indexOf("[");
  if (trimmed === "" || open === 0) return [];
  if (open < 0 || !trimmed.includes("]", open)) return [mangle(trimmed)];
  const path = [mangle(trimmed.slice(0, open))];
  let rest = trimmed.slice(open);
  while (rest.startsWith("[")) {
    const close = rest.indexOf("]");
    if (close < 0) break;
    path.push(rest.slice(1, close));
    rest = rest.slice(close + 1);
  }
  return path;
}

/** A PHP variable name holds no dot, space or open bracket. */
function mangle(name: string): string {
  return name.replaceAll(/[ .[]/g, "_");
}

function put(root: Branch, path: string[], value: Leaf): void {
  let branch = root;
  for (const [depth, segment] of path.entries()) {
    const key = segment === "" ? String(branch.nextIndex) : segment;
    if (isIndex(key)) branch.nextIndex = Math.max(branch.nextIndex, Number(key) + 1);
    if (depth === path.length - 1) {
      branch.children.set(key, value);
      return;
    }
    const child = branch.children.get(key);
    const next = isBranch(child) ? child : createBranch();
    branch.children.set(key, next);
    branch = next;
  }
}

function isIndex(key: string): boolean {
  return /^(?:0|[1-9]\d{0,14})$/.test(key);
}

function plainEntries(branch: Branch): [string, PhpValue][] {
  // A key of this name is never data; as an own key it would poison whoever merges the result.
  const kept = [...branch.children].filter(([key]) => key !== "__proto__");
  return kept.map(([key, child]) => [key, toPlain(child)]);
}

function isBranch(node: Branch | Leaf | undefined): node is Branch {
  return typeof node === "object" && "children" in node;
}

function toPlain(node: Branch | Leaf): PhpValue {
  if (!isBranch(node)) return typeof node === "string" ? node : [...node];
  const entries = plainEntries(node);
  const isList = entries.every(([key], index) => key === String(index));
  return isList ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}
