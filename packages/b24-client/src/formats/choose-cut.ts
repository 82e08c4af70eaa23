import { type BbTag, findBbTags, isAlone } from "./bb-tags.ts";

/** Where a text may be parted, best first. */
const BORDERS = [/\n{2,}/g, /\n/g, /(?<![.!?…])[.!?…]+[)\]"»”]*\s+/g, /\s+/g];

/** Formats that may end in one message and go on in the next; what other pairs hold belongs together. */
const GOES_ON = new Set(["b", "i", "u", "s", "size", "color", "code"]);

/** Where to cut; what is open there is closed in this part and opened anew in the next. */
type Cut = { end: number; closing: string; opening: string };

/** Where the first part of a text that is too long ends; what lies further on than half a part behind it does not matter. */
export function chooseCut(text: string, maxLength: number): Cut {
  const half = Math.floor(maxLength / 2);
  const near = text.slice(0, maxLength + half);
  const tags = findBbTags(near);
  const isWhole = markWholes(tags, maxLength);
  const openAt = followFormats(tags);
  const isFree = (end: number) => isWhole[end] !== 1 && !splitsLetter(text, end);
  const isFit = (end: number) => {
    const open = openAt(end);
    return isFree(end) && end + open.closingLength <= maxLength && open.openingLength <= maxLength / 4;
  };

  const window = text.slice(0, maxLength + 1);
  const borders = BORDERS.flatMap((border) =>
    [...window.matchAll(border)]
      .map((match) => match.index + match[0].trimEnd().length)
      .filter((end) => end > half && end <= maxLength)
      .toReversed(),
  );
  const letters = Array.from({ length: maxLength - half }, (_, index) => maxLength - index);
  const end =
    borders.find((border) => isFit(border) && openAt(border).openingLength === 0) ??
    borders.find(isFit) ??
    letters.find(isFit);
  if (end !== undefined) return cutAt(tags, end);
  // Formats without end, or a tag longer than half a part: they would not work in one message either.
  const fallback = letters.find(isFree) ?? (splitsLetter(text, maxLength) && maxLength > 1 ? maxLength - 1 : maxLength);
  return { end: fallback, closing: "", opening: "" };
}

/**
 * Marks the places inside a tag, and inside a pair whose content belongs together, unless it is longer than half a part.
 */
function markWholes(tags: readonly BbTag[], maxLength: number): Uint8Array {
  const changes = new Int32Array(2 * maxLength + 2);
  const mark = (start: number, end: number) => {
    if (start + 1 >= changes.length) return;
    changes[start + 1] = (changes[start + 1] ?? 0) + 1;
    if (end < changes.length) changes[end] = (changes[end] ?? 0) - 1;
  };
  const nextClosing = new Map<string, BbTag>();
  for (const tag of tags.toReversed()) {
    mark(tag.start, tag.end);
    if (tag.isClosing) nextClosing.set(tag.name, tag);
    else if (!isAlone(tag) && !GOES_ON.has(tag.name)) {
      const closing = nextClosing.get(tag.name);
      if (closing !== undefined && closing.end - tag.start <= maxLength / 2) mark(tag.start, closing.end);
    }
  }
  let depth = 0;
  return Uint8Array.from(changes, (change) => ((depth += change) > 0 ? 1 : 0));
}

type OpenFormats = { end: number; openingLength: number; closingLength: number };

/** How much it takes to close and open again what is open at a place. */
function followFormats(tags: readonly BbTag[]): (end: number) => OpenFormats {
  const none: OpenFormats = { end: 0, openingLength: 0, closingLength: 0 };
  const states = [none];
  const open: BbTag[] = [];
  for (const tag of tags) {
    const { openingLength, closingLength } = states.at(-1) ?? none;
    const changed = follow(open, tag);
    if (changed === null) continue;
    const sign = tag.isClosing ? -1 : 1;
    states.push({
      end: tag.end,
      openingLength: openingLength + sign * (changed.end - changed.start),
      closingLength: closingLength + sign * `[/${changed.name}]`.length,
    });
  }
  return (end) => {
    let [low, high] = [0, states.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((states[middle] ?? none).end <= end) low = middle;
      else high = middle - 1;
    }
    return states[low] ?? none;
  };
}

function cutAt(tags: readonly BbTag[], end: number): Cut {
  const open: BbTag[] = [];
  for (const tag of tags) if (tag.end <= end) follow(open, tag);
  const opening = open.map(({ name, value }) => `[${name}${value === "" ? "" : `=${value}`}]`).join("");
  const closing = open
    .toReversed()
    .map(({ name }) => `[/${name}]`)
    .join("");
  return { end, closing, opening };
}

/** Notes a format that opens, or takes away the one that closes; gives that one, or null when the tag is neither. */
function follow(open: BbTag[], tag: BbTag): BbTag | null {
  if (!GOES_ON.has(tag.name)) return null;
  if (!tag.isClosing) {
    open.push(tag);
    return tag;
  }
  const index = open.findLastIndex(({ name }) => name === tag.name);
  return index === -1 ? null : (open.splice(index, 1)[0] ?? null);
}

/** Between the halves of a surrogate pair. */
function splitsLetter(text: string, end: number): boolean {
  const before = text.charCodeAt(end - 1);
  return before >= 0xd800 && before <= 0xdbff;
}
