const LONGEST = 200;
const STACK_OR_TRAILER = /^\s*(at |Node\.js v|\^|\}|\]|$)/;
const COLOUR = new RegExp(String.raw`\u001b\[[0-9;]*m`, "g");

/** The line of a dead program's output that says most: its error, else its last line that is not part of a stack. */
export function lastWords(lines: readonly string[]): string {
  const readable = lines.map(readableLine).filter((line) => !STACK_OR_TRAILER.test(line));
  const words = readable.findLast((line) => /error\b|fatal|panic/i.test(line)) ?? readable.at(-1) ?? "";
  return words.trim().slice(0, LONGEST);
}

// Our apps log JSON lines; the sentence for people is in `msg`, the cause in `err`.
function readableLine(line: string): string {
  const plain = line.replace(COLOUR, "");
  if (!plain.startsWith("{")) return plain;
  try {
    const { msg, err } = JSON.parse(plain) as { msg?: unknown; err?: { message?: unknown } };
    return [msg, err?.message].filter((part) => typeof part === "string").join(": ");
  } catch {
    return plain;
  }
}
