/** A command as it was typed; `isSure` when a slash says so, and not the first word alone. */
export type TypedCommand = { name: string; params: string; isSure: boolean };

/** Of a command written without its slash, so much free text may follow. */
const MOST_WORDS = 4;
/** Reading arguments costs time by the square of their characters, and none are longer. */
export const MOST_PARAMS = 2_000;

/** `/vacation 15.07`, or `vacation 15.07` where it is one of the names. Null for words that begin with no command. */
export function typedCommand(text: string, names: readonly string[]): TypedCommand | null {
  const [, slash, word = "", params = ""] = /^(\/?)(\w+)(?:\s+(.*))?$/su.exec(text.trim()) ?? [];
  const name = word.toLowerCase();
  if (slash === "/") return { name, params: params.trim(), isSure: true };
  return names.includes(name) ? { name, params: params.trim(), isSure: false } : null;
}

/** True for few enough words to be what a command is given, and no sentence that happens to begin with its name. */
export const isShort = (params: string): boolean =>
  !params.trimEnd().endsWith("?") && params.split(/\s+/).length <= MOST_WORDS;

/** True for more than arguments of a command are read from. */
export const isTooLong = (params: string): boolean => params.length > MOST_PARAMS;
