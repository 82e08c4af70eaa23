import { type BbTag, findBbTags, isAlone } from "./bb-tags.ts";
import { unescapeBb } from "./escape-bb.ts";

/**
 * The text without BB codes, for channels that show them as they are: links keep their address, lines their ends, times
 * are given in UTC.
 */
export function stripBb(text: string): string {
  const open: { tag: BbTag; before: string }[] = [];
  let plain = "";
  let position = 0;
  for (const tag of findBbTags(text)) {
    plain += text.slice(position, tag.start);
    position = tag.end;
    if (isAlone(tag)) plain += alone(tag);
    else if (!tag.isClosing) {
      open.push({ tag, before: plain });
      plain = "";
    } else {
      const index = open.findLastIndex(({ tag: { name } }) => name === tag.name);
      if (index === -1) continue;
      // What was opened inside and not closed ends here too.
      for (const frame of open.splice(index).toReversed()) plain = frame.before + around(frame.tag, plain);
    }
  }
  plain += text.slice(position);
  for (const { before } of open.toReversed()) plain = before + plain;
  return unescapeBb(plain.replace(/^>>/gm, "> "));
}

function around({ name, value }: BbTag, content: string): string {
  if (name === "img") return content.trim();
  const isAddress = name === "url" || name === "call";
  return isAddress && value !== "" && value !== content ? `${content} (${value})` : content;
}

function alone({ name, value }: BbTag): string {
  switch (name) {
    case "br":
      return "\n";
    case "timestamp": {
      const at = new Date(Number.parseInt(value, 10) * 1000);
      return Number.isNaN(at.getTime()) ? "" : `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
    }
    case "icon":
      return /title=(.*)$/.exec(value)?.[1] ?? "";
    default:
      return "";
  }
}
