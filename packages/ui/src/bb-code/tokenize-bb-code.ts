export type BbToken =
  | { kind: "text"; source: string }
  | { kind: "break"; source: string }
  | { kind: "open"; source: string; tag: string; argument: string | null }
  | { kind: "close"; source: string; tag: string };

// Bounded and without nested repetition: linear on any input.
const MARK = /\r\n|\r|\n|\[br\s?\/?\]|\[(?<closing>\/?)(?<tag>b|i|u|s|url)(?:=(?<argument>[^\]\n]{0,2048}))?\]/giu;

/** Cuts a message into tags, line breaks and the text between them; the sources joined give the message back. */
export function* tokenizeBbCode(source: string): Generator<BbToken> {
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
  const argument = groups["argument"] ?? null;
  if (tag === undefined) return { kind: "break", source };
  const isMisplacedArgument = argument !== null && (tag !== "url" || groups["closing"] === "/");
  if (isMisplacedArgument) return { kind: "text", source };
  return groups["closing"] === "/" ? { kind: "close", source, tag } : { kind: "open", source, tag, argument };
}
