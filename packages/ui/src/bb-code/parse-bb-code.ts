import { tokenizeBbCode } from "./tokenize-bb-code.ts";
import { toSafeHref } from "./to-safe-href.ts";

export type BbNode =
  | { kind: "text"; text: string }
  | { kind: "break" }
  | { kind: "style"; tag: StyleTag; children: BbNode[] }
  | { kind: "link"; href: string; children: BbNode[] };

export type StyleTag = "b" | "i" | "u" | "s";

/** Deeper tags than any person writes are shown as text, so that a hostile message cannot exhaust the stack. */
const MAX_DEPTH = 16;

type OpenTag = { tag: string; source: string; argument: string | null; children: BbNode[] };

/**
 * Reads the BB codes that a Bitrix24 chat shows: b, i, u, s, url, br and line breaks.
 * What is no such tag, has no partner or leads elsewhere than to http(s) stays text, letter by letter.
 */
export function parseBbCode(source: string): BbNode[] {
  const root: OpenTag = { tag: "", source: "", argument: null, children: [] };
  const stack: OpenTag[] = [root];
  const top = () => stack.at(-1) ?? root;

  for (const token of tokenizeBbCode(source)) {
    if (token.kind === "text") appendText(top().children, token.source);
    else if (token.kind === "break") top().children.push({ kind: "break" });
    else if (token.kind === "open") {
      const isNestedLink = token.tag === "url" && stack.some((open) => open.tag === "url");
      if (stack.length > MAX_DEPTH || isNestedLink) appendText(top().children, token.source);
      else stack.push({ ...token, children: [] });
    } else {
      const partner = stack.findLastIndex((open) => open.tag === token.tag);
      if (partner < 1) {
        appendText(top().children, token.source);
        continue;
      }
      while (stack.length - 1 > partner) flatten(stack);
      const closed = stack.pop();
      if (closed) append(top().children, close(closed, token.source));
    }
  }
  while (stack.length > 1) flatten(stack);
  return root.children;
}

function close({ tag, source, argument, children }: OpenTag, endSource: string): BbNode[] {
  if (tag !== "url") return [{ kind: "style", tag: tag as StyleTag, children }]; // safe: the tokenizer knows no other tags
  const href = toSafeHref(argument ?? plainText(children));
  if (href === null) return [{ kind: "text", text: source }, ...children, { kind: "text", text: endSource }];
  return [{ kind: "link", href, children: children.length > 0 ? children : [{ kind: "text", text: href }] }];
}

/** A tag without a partner: its letters and what stood in it go to the tag around it. */
function flatten(stack: OpenTag[]): void {
  const open = stack.pop();
  const parent = stack.at(-1);
  if (open && parent) append(parent.children, [{ kind: "text", text: open.source }, ...open.children]);
}

function append(nodes: BbNode[], added: BbNode[]): void {
  for (const node of added) {
    if (node.kind === "text") appendText(nodes, node.text);
    else nodes.push(node);
  }
}

function appendText(nodes: BbNode[], text: string): void {
  const last = nodes.at(-1);
  if (last?.kind === "text") last.text += text;
  else nodes.push({ kind: "text", text });
}

/** The letters of a message without its tags, for list previews and titles. */
export function plainText(nodes: readonly BbNode[]): string {
  return nodes
    .map((node) => (node.kind === "text" ? node.text : node.kind === "break" ? "\n" : plainText(node.children)))
    .join("");
}
