import { fileTypeFromBuffer } from "file-type";

/** So many first bytes are enough to tell a type. */
export const SAMPLE_BYTES = 4_100;

/** Texts that a browser would run or draw must not pass for harmless ones. */
const ACTIVE_TEXTS: readonly [RegExp, string][] = [
  [/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!doctype svg[^>]*>\s*)?<svg[\s>]/i, "image/svg+xml"],
  [/<(?:!doctype html|html|head|body|script|iframe)[\s>]/i, "text/html"],
];

/**
 * The media type that the first bytes show, whatever the name says; `text/plain` for readable text without a mark and
 * `application/octet-stream` for what nobody knows.
 */
export async function detectContentType(sample: Uint8Array): Promise<string> {
  const text = readText(sample);
  const active = text === null ? undefined : ACTIVE_TEXTS.find(([mark]) => mark.test(text));
  if (active !== undefined) return active[1];
  // A content made to break its reader is of no known type.
  const found = await fileTypeFromBuffer(sample).catch(() => undefined);
  return found?.mime ?? (text === null ? "application/octet-stream" : "text/plain");
}

/** @param allowed Such as `application/pdf`, or `image/*` for a whole family. SVG runs scripts, so only its own name lets it in. */
export function isAllowedType(type: string, allowed: readonly string[]): boolean {
  if (allowed.includes(type)) return true;
  return type !== "image/svg+xml" && allowed.includes(`${type.split("/")[0] ?? ""}/*`);
}

/** Null for bytes that are no text. The sample may end within a letter. */
function readText(sample: Uint8Array): string | null {
  if (sample.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(sample, { stream: true });
  } catch {
    return null;
  }
}
