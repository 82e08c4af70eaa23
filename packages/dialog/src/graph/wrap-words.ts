/**
 * Words in lines of at most so many characters, and of at most so many lines; what is cut ends in "…". A longer word is cut
 * as well: a picture has no place for it.
 */
export function wrapWords(text: string, width: number, mostLines: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter((each) => each !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (longer.length <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word.length <= width ? word : `${word.slice(0, width - 1)}…`;
  }
  if (line !== "") lines.push(line);
  if (lines.length <= mostLines) return lines;
  const kept = lines.slice(0, mostLines);
  const last = kept.at(-1) ?? "";
  return [...kept.slice(0, -1), `${last.slice(0, width - 1).replace(/[\s,.;:]+$/u, "")}…`];
}
