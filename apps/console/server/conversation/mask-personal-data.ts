const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu;
/** Seven or more digits, however grouped: phone, card and document numbers. */
const LONG_NUMBER = /\+?\d(?:[\s().-]{0,2}\d){6,}/g;

/** `Anna Field` → `A. F.`: enough to tell people apart, too little to know them. */
export function maskName(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== "");
  return words.map((word) => `${String.fromCodePoint(word.codePointAt(0) ?? 0)}.`).join(" ");
}

/** Hides e-mail addresses and long numbers inside what was written. */
export function maskText(text: string): string {
  return text.replace(EMAIL, "•••@•••").replace(LONG_NUMBER, "•••••••");
}
