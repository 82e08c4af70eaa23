export type BbToken =
  | { kind: "text"; source: string }
  | { kind: "break"; source: string }
  | { kind: "open"; source: string; tag: string; argument: string }
  | { kind: "close"; source: string; tag: string };

// Bounded and without nested repetition: linear on any input.
const MARK =
  /\[br\s?\/?\]|\[(?<closing>\/?)(?<tag>b|i|u|s|url|size|color|user|chat|context|put|send|call|img|icon|timestamp|disk)(?<argument>[= ][^\]\n]{0,2048})?\]/giu;

/** Cuts a text into tags and what stands between them; the sources joined give the text back. */
export function* tokenizeBb(source: string): Generator<BbToken> {
  let end = 0;
  for (const match of source.matchAll(MARK)) {
    if (match.index > end) yield { kind: "text", source: source.slice(end, match.index) };
    end = match.index + match[0].length;
    yield toToken(match[0], match.groups ?? {});
  }
  if (end < source.length) yield { kind: "text", source: source.slice(end) };
}

function toToken(source: string, groups: Record<string, string | undefined>): BbToken {
  const tag = groups["tag"]?.toLowerCase();
  if (tag === undefined) return { kind: "break", source };
  const argument = groups["argument"] ?? "";
  if (groups["closing"] === "/") return argument === "" ? { kind: "close", source, tag } : { kind: "text", source };
  return { kind: "open", source, tag, argument };
}
