const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu;
/** Seven or more digits, however grouped: phone, card and document numbers. */
const LONG_NUMBER = /\+?\d(?:[\s().-]{0,2}\d){6,}/g;

/** `Anna Field` → `A. F.`: enough to tell people apart, too little to know them. */
export function maskName(name: string): string {
  const initials = name.split(/\s+/).flatMap((word) => [...word].slice(0, 1));
  return initials.map((letter) => `${letter}.`).join(" ");
}

/** Hides e-mail addresses and long numbers inside what was written. */
export function maskText(text: string): string {
  return text.replace(EMAIL, "•••@•••").replace(LONG_NUMBER, "•••••••");
}
