import { escapeBb } from "@botdeck/b24-client";

const ZERO_WIDTH_SPACE = "\u200B";

/** A stranger's text for a card, where neither BB codes nor tags may come to life. It looks the same. */
export function harmless(text: string): string {
  return escapeBb(text).replace(/<(?=[a-z/!?])/gi, `<${ZERO_WIDTH_SPACE}`);
}

/** A text that has room in a field of the CRM. @param most In characters. */
export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

/**
 * The comment of a card with a text added at its end; null when it stands there already. What people wrote stays.
 *
 * @param addition As it will stand there.
 */
export function withAddition(comments: string, addition: string): string | null {
  const [there, added] = [linesOf(comments), linesOf(addition)];
  if (added === "" || `\n${there}\n`.includes(`\n${added}\n`)) return null;
  return comments === "" ? addition : `${comments}\n${addition}`;
}

/** Whether a comment of the timeline contains these lines, whatever the portal made of its blanks. */
export function hasLine(comment: string, line: string): boolean {
  return `\n${linesOf(comment)}\n`.includes(`\n${linesOf(line)}\n`);
}

/** Portals write line ends as they like, as tags too, and trim. */
function linesOf(text: string): string {
  const plain = text.replaceAll(/<br\s*\/?>|<\/p>/gi, "\n").replaceAll(/<\/?p[^>]*>/gi, "");
  return plain
    .replaceAll(ZERO_WIDTH_SPACE, "")
    .replaceAll("&nbsp;", " ")
    .split(/\r?\n/)
    .map((line) => line.replaceAll(/\s+/g, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
}
