/** Longer names are told by what comes out of them: they are keys of rows. */
const LONGEST = 120;

/** A name that is short enough to be a key: itself, or its beginning with a number made of all of it. */
export function shortName(text: string): string {
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, LONGEST - 24)}~${hash(text, 1).toString(36)}${hash(text, 2).toString(36)}`;
}

/** FNV-1a over two seeds: nobody gains by making two names meet, since whoever posts to a hook owns all its names. */
function hash(text: string, seed: number): number {
  let value = 0x811c9dc5 ^ seed;
  for (let index = 0; index < text.length; index++) {
    value ^= text.charCodeAt(index);
    value = Math.imul(value, 0x01000193);
  }
  return value >>> 0;
}
