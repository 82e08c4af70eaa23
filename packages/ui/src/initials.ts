/** At most two capital letters of a name: "Anna Petrova" → "AP", "store" → "S", "" → "?". */
export function initials(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  const letters = ends.map((word) => word?.match(/^./u)?.[0] ?? "");
  return letters.join("").toLocaleUpperCase() || "?";
}
