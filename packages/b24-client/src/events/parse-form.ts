import { AppError } from "@botdeck/core";

import { checkKey, cleanText, emptyWireMap, type WireMap } from "./wire.ts";

/** Far above the largest event seen (65 pairs, 3 kB), far below what would hold a process up. */
export const BODY_LIMITS = { bytes: 1_048_576, pairs: 5_000, depth: 32, keyLength: 1_000 } as const;

/** The same few hundred keys come with every event, so their split form is remembered. */
const MAX_CACHED_KEYS = 2_000;
const MAX_CACHED_KEY_LENGTH = 120;
/** Stands in a path for `[]`, which takes the next free number. */
const APPEND = "";

const PERCENT = 0x25;
const HEX_VALUES: readonly number[] = Array.from({ length: 256 }, (_, byte) =>
  Number.parseInt(String.fromCharCode(byte), 16),
);

type KeyPath = readonly string[];
const keyPaths = new Map<string, KeyPath>();

/**
 * Decodes a form body as PHP's http_build_query writes it: `a[b][c]=1` nests, `a[]=1` appends, numeric keys stay keys of
 * a map. Broken UTF-8 and NUL become U+FFFD: the portal does not send an event twice, so an odd letter must not cost it.
 *
 * @throws AppError `invalid` past a limit of BODY_LIMITS, or for a key that could reach a prototype.
 */
export function parseForm(body: string): WireMap {
  if (body.length > BODY_LIMITS.bytes) throw tooMuch("bytes");
  const root = emptyWireMap();
  const nextIndex = new Map<WireMap, number>();
  let pairs = 0;
  for (let start = 0; start < body.length;) {
    const ampersand = body.indexOf("&", start);
    const end = ampersand === -1 ? body.length : ampersand;
    if (end > start) {
      if (++pairs > BODY_LIMITS.pairs) throw tooMuch("pairs");
      const equals = body.indexOf("=", start);
      const keyEnd = equals === -1 || equals > end ? end : equals;
      const value = keyEnd === end ? "" : decode(body.slice(keyEnd + 1, end));
      assign(root, keyPathOf(body.slice(start, keyEnd)), value, nextIndex);
    }
    start = end + 1;
  }
  return root;
}

function assign(root: WireMap, path: KeyPath, value: string, nextIndex: Map<WireMap, number>): void {
  let map = root;
  const last = path.length - 1;
  for (let depth = 0; depth <= last; depth++) {
    const segment = path[depth] ?? "";
    const key = segment === APPEND && depth > 0 ? takeIndex(map, nextIndex) : segment;
    if (depth === last) {
      map[key] = value;
      return;
    }
    const child = map[key];
    if (child === undefined || typeof child === "string") {
      const created = emptyWireMap();
      map[key] = created;
      map = created;
    } else {
      map = child;
    }
  }
}

function takeIndex(map: WireMap, nextIndex: Map<WireMap, number>): string {
  let index = nextIndex.get(map) ?? Object.keys(map).length;
  while (map[index] !== undefined) index++;
  nextIndex.set(map, index + 1);
  return String(index);
}

function keyPathOf(rawKey: string): KeyPath {
  const cached = keyPaths.get(rawKey);
  if (cached !== undefined) return cached;
  if (rawKey.length > BODY_LIMITS.keyLength) throw tooMuch("keyLength");
  const path = splitKey(decode(rawKey));
  if (rawKey.length <= MAX_CACHED_KEY_LENGTH) {
    if (keyPaths.size >= MAX_CACHED_KEYS) keyPaths.clear();
    keyPaths.set(rawKey, path);
  }
  return path;
}

/** `a[b][]` → `["a", "b", ""]`. What PHP ignores (text after the last bracket, a bracket never closed) is ignored here too. */
function splitKey(key: string): KeyPath {
  const open = key.indexOf("[");
  if (open <= 0) return [checkKey(key)];
  const path = [checkKey(key.slice(0, open))];
  for (let at = open; key[at] === "[";) {
    const close = key.indexOf("]", at);
    if (close === -1) break;
    path.push(checkKey(key.slice(at + 1, close)));
    if (path.length > BODY_LIMITS.depth) throw tooMuch("depth");
    at = close + 1;
  }
  return path;
}

function decode(encoded: string): string {
  const spaced = encoded.includes("+") ? encoded.replaceAll("+", " ") : encoded;
  if (!spaced.includes("%")) return cleanText(spaced);
  try {
    return cleanText(decodeURIComponent(spaced));
  } catch {
    return cleanText(decodeBroken(spaced));
  }
}

/** Decodes what decodeURIComponent refuses: every wrong byte becomes U+FFFD, and `%` without two hex digits stays. */
function decodeBroken(encoded: string): string {
  const bytes = Buffer.from(encoded);
  let end = 0;
  for (let at = 0; at < bytes.length; at++) {
    const escaped = bytes[at] === PERCENT ? hexValue(bytes[at + 1]) * 16 + hexValue(bytes[at + 2]) : Number.NaN;
    bytes[end++] = Number.isNaN(escaped) ? (bytes[at] ?? 0) : escaped;
    if (!Number.isNaN(escaped)) at += 2;
  }
  return bytes.toString("utf8", 0, end);
}

/** NaN for what is no hex digit. */
function hexValue(byte: number | undefined): number {
  return byte === undefined ? Number.NaN : (HEX_VALUES[byte] ?? Number.NaN);
}

function tooMuch(limit: keyof typeof BODY_LIMITS): AppError {
  return new AppError("invalid", `The event body passes the limit of ${BODY_LIMITS[limit]} ${limit}`, {
    context: { limit },
  });
}
