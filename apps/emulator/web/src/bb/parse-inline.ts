import type { BbNode } from "./bb-node.ts";
import { buildNode, buildSingle } from "./build-node.ts";
import { tokenizeBb } from "./tokenize-bb.ts";

/** Deeper tags than any person writes are shown as text, so that a hostile message cannot exhaust the stack. */
const MAX_DEPTH = 16;
/** What leads somewhere when pressed does not stand in another such thing. */
const PRESSED = ["url", "user", "chat", "context", "put", "send", "call"];

type OpenTag = { tag: string; source: string; argument: string; children: BbNode[] };

/** Reads the tags of one piece of text. What is no whole and sensible tag stays text, letter by letter. */
export function parseInline(source: string): BbNode[] {
  const root: OpenTag = { tag: "", source: "", argument: "", children: [] };
  const stack: OpenTag[] = [root];
  const top = () => stack.at(-1) ?? root;

  for (const token of tokenizeBb(source)) {
    if (token.kind === "text") appendText(top().children, token.source);
    else if (token.kind === "break") appendText(top().children, "\n");
    else if (token.kind === "open") {
      const single = buildSingle(token.tag, token.argument);
      const isNestedPress = PRESSED.includes(token.tag) && stack.some((open) => PRESSED.includes(open.tag));
      if (single) top().children.push(single);
      else if (stack.length > MAX_DEPTH || isNestedPress) appendText(top().children, token.source);
      else stack.push({ ...token, children: [] });
    } else {
      closeTag(stack, token.tag, token.source);
    }
  }
  while (stack.length > 1) flatten(stack);
  return root.children;
}

function closeTag(stack: OpenTag[], tag: string, source: string): void {
  const partner = stack.findLastIndex((open) => open.tag === tag);
  if (partner >= 1) {
    while (stack.length - 1 > partner) flatten(stack);
    const closed = stack.pop();
    const parent = stack.at(-1);
    if (!closed || !parent) return;
    const node = buildNode(closed);
    append(parent.children, node ? [node] : [textNode(closed.source), ...closed.children, textNode(source)]);
    return;
  }
  const parent = stack.at(-1);
  if (parent) appendText(parent.children, source);
}

/** A tag without a partner: its letters and what stood in it go to the tag around it. */
function flatten(stack: OpenTag[]): void {
  const open = stack.pop();
  const parent = stack.at(-1);
  if (open && parent) append(parent.children, [textNode(open.source), ...open.children]);
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
  else nodes.push(textNode(text));
}

function textNode(text: string): BbNode {
  return { kind: "text", text };
}
