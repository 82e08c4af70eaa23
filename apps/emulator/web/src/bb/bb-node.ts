/** A message as its BB codes say it is to be shown. Every address in it is a whole http(s) one. */
export type BbNode =
  | { kind: "text"; text: string }
  | { kind: "style"; tag: StyleTag; children: BbNode[] }
  | { kind: "size"; px: number; children: BbNode[] }
  | { kind: "color"; color: string; children: BbNode[] }
  | { kind: "link"; href: string; children: BbNode[] }
  | { kind: "user"; id: string; children: BbNode[] }
  | { kind: "chat"; id: string; children: BbNode[] }
  /** Words to press: `put` goes into the input, `send` is written at once, `call` rings a number. */
  | { kind: "put" | "send" | "call"; value: string; children: BbNode[] }
  | { kind: "image"; src: string; size: ImageSize }
  | { kind: "icon"; src: string; sizePx: number; title: string }
  | { kind: "time"; seconds: number; format: string }
  | { kind: "file"; id: string }
  | { kind: "code"; text: string }
  | { kind: "quote"; children: BbNode[] };

export type StyleTag = "b" | "i" | "u" | "s";
export type ImageSize = "small" | "medium" | "large";

/** The letters of a message without its tags: for lists, titles, and the clipboard. */
export function plainBb(nodes: readonly BbNode[]): string {
  return nodes.map(plainNode).join("");
}

function plainNode(node: BbNode): string {
  switch (node.kind) {
    case "text":
    case "code":
      return node.text;
    case "quote":
      return `${plainBb(node.children)}\n`;
    case "time":
      return new Date(node.seconds * 1000).toLocaleString();
    case "image":
    case "file":
      return "";
    case "icon":
      return node.title;
    case "style":
    case "size":
    case "color":
    case "link":
    case "user":
    case "chat":
    case "put":
    case "send":
    case "call":
      return plainBb(node.children);
  }
}
