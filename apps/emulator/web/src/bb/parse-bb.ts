import type { BbNode } from "./bb-node.ts";
import { parseInline } from "./parse-inline.ts";

/** The line that opens and closes a quote; the portal writes 54 dashes. */
const FENCE = /^-{10,}$/u;
const QUOTED = ">>";

/**
 * Reads a chat message: code, quotes (lines after `>>`, and what stands between two lines of dashes), and the tags.
 *
 * Bitrix24 docs: chat-bots-v2/imbot.v2/messages/message-formatting.
 */
export function parseBb(source: string): BbNode[] {
  const nodes: BbNode[] = [];
  for (const part of splitCode(source.replaceAll(/\r\n?/gu, "\n"))) {
    if (part.isCode) nodes.push({ kind: "code", text: part.text.replaceAll(/^\n|\n$/gu, "") });
    else nodes.push(...parseLines(part.text.split("\n")));
  }
  return nodes;
}

type Part = { isCode: boolean; text: string };

function splitCode(source: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const match of source.matchAll(/\[code\]/giu)) {
    if (match.index < end) continue;
    const start = match.index + match[0].length;
    const close = source.slice(start).search(/\[\/code\]/iu);
    if (close < 0) break;
    if (match.index > end) parts.push({ isCode: false, text: source.slice(end, match.index) });
    parts.push({ isCode: true, text: source.slice(start, start + close) });
    end = start + close + "[/code]".length;
  }
  if (end < source.length) parts.push({ isCode: false, text: source.slice(end) });
  return parts;
}

/** Gathers quotes; the lines between them are read as one text, since a tag may span several. */
function parseLines(lines: string[]): BbNode[] {
  const nodes: BbNode[] = [];
  let plain: string[] = [];
  const flush = () => {
    const text = plain.join("\n");
    if (text !== "") nodes.push(...parseInline(text));
    plain = [];
  };
  const quote = (quoted: string[]) => {
    flush();
    nodes.push({ kind: "quote", children: parseInline(quoted.join("\n")) });
  };

  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    const fenceEnd = FENCE.test(line) ? lines.findIndex((other, at) => at > index && FENCE.test(other)) : -1;
    if (fenceEnd > index) {
      quote(lines.slice(index + 1, fenceEnd));
      index = fenceEnd;
    } else if (line.startsWith(QUOTED)) {
      const rest = lines.slice(index);
      const length = rest.findIndex((other) => !other.startsWith(QUOTED));
      const quoted = length < 0 ? rest : rest.slice(0, length);
      quote(quoted.map((other) => other.slice(QUOTED.length).trim()));
      index += quoted.length - 1;
    } else {
      plain.push(line);
    }
  }
  flush();
  return nodes;
}
