import { AppError } from "@botdeck/core";
import { type Document, isNode, LineCounter, parseDocument } from "yaml";

export type YamlDocument = { parsed: Document; lines: LineCounter };

/** @throws AppError `invalid` with file and line for a text that is no YAML. */
export function readYaml(file: string, text: string): { document: YamlDocument; value: unknown } {
  const lines = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = parsed.errors;
  if (error !== undefined) {
    throw new AppError("invalid", `${file}:${lines.linePos(error.pos[0]).line}: ${error.message}`);
  }
  return { document: { parsed, lines }, value: parsed.toJS() as unknown };
}

/** The line, from 1, of what stands at this path, or of the nearest thing around it that is there. */
export function lineAt({ parsed, lines }: YamlDocument, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node: unknown = length === 0 ? parsed.contents : parsed.getIn(path.slice(0, length), true);
    const start = isNode(node) ? node.range?.[0] : undefined;
    if (start !== undefined) return lines.linePos(start).line;
  }
  return 1;
}
