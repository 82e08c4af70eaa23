import { toSafeHref } from "@botdeck/ui";
import { type BbNode, type ImageSize, plainBb, type StyleTag } from "./bb-node.ts";

/** A tag whose end was found: what was written after its name, and what stands in it. */
type ClosedTag = { tag: string; argument: string; children: BbNode[] };

const SMALLEST_PX = 8;
const LARGEST_PX = 30;

/** The node of a whole tag, or null when its argument makes no sense: the tag is then shown as it was written. */
export function buildNode({ tag, argument, children }: ClosedTag): BbNode | null {
  const value = argument.startsWith("=") ? argument.slice(1).trim() : "";
  const inner = () => plainBb(children).trim();
  switch (tag) {
    case "b":
    case "i":
    case "u":
    case "s":
      return argument === "" ? { kind: "style", tag: tag satisfies StyleTag, children } : null;
    case "size": {
      const px = Number(/^(\d{1,3})(?:px)?$/u.exec(value)?.[1] ?? Number.NaN);
      return Number.isNaN(px) ? null : { kind: "size", px: Math.min(Math.max(px, SMALLEST_PX), LARGEST_PX), children };
    }
    case "color":
      return /^#(?:[\da-f]{3}|[\da-f]{6})$/iu.test(value) ? { kind: "color", color: value, children } : null;
    case "url": {
      const href = toSafeHref(argument === "" ? inner() : value);
      if (href === null) return null;
      return { kind: "link", href, children: inner() === "" ? [{ kind: "text", text: href }] : children };
    }
    case "user": {
      const id = /^(\d{1,12}|all)(?:\s|$)/iu.exec(value)?.[1];
      return id === undefined ? null : { kind: "user", id: id.toLowerCase(), children };
    }
    case "chat":
    case "context": {
      const id = /^(?:chat)?(\d{1,12})(?:\/\d+)?$/iu.exec(value)?.[1];
      return id === undefined ? null : { kind: "chat", id, children };
    }
    case "put":
    case "send":
    case "call": {
      const wanted = value || inner();
      if (wanted === "") return null;
      return { kind: tag, value: wanted, children: inner() === "" ? [{ kind: "text", text: wanted }] : children };
    }
    case "img": {
      const src = toSafeHref(inner());
      const size = attribute(argument, "size") as ImageSize; // safe: anything else falls back below
      return src === null ? null : { kind: "image", src, size: size in IMAGE_SIZES ? size : "medium" };
    }
    default:
      return null;
  }
}

const IMAGE_SIZES: Record<ImageSize, true> = { small: true, medium: true, large: true };

/** The node of a tag that has no end, such as `[icon=… size=20]`; null for one that has, or makes no sense. */
export function buildSingle(tag: string, argument: string): BbNode | null {
  const value = argument.slice(1).trim();
  if (tag === "timestamp") {
    const [, seconds, format = ""] = /^(\d{1,11})(?:\s+format=(\w+))?/iu.exec(value) ?? [];
    return seconds === undefined ? null : { kind: "time", seconds: Number(seconds), format: format.toUpperCase() };
  }
  if (tag === "disk") return /^\d{1,12}$/u.test(value) ? { kind: "file", id: value } : null;
  if (tag !== "icon") return null;
  const src = toSafeHref(value.split(/\s/u)[0] ?? "");
  if (src === null) return null;
  const sizePx = Number(attribute(argument, "size")) || 20;
  return { kind: "icon", src, sizePx: Math.min(Math.max(sizePx, 8), 64), title: attribute(argument, "title") };
}

/** `size=20 title=New order` → the value of one name, up to the next one. */
function attribute(argument: string, name: string): string {
  const start = argument.search(new RegExp(`\\s${name}=`, "iu"));
  if (start < 0) return "";
  const rest = argument.slice(start + name.length + 2);
  const next = rest.search(/\s\w+=/u);
  return (next < 0 ? rest : rest.slice(0, next)).trim();
}
