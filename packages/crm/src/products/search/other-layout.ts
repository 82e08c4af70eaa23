const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбюё";

/** What a text says that was typed without switching the keyboard to Russian: `xfqybr` is `чайник`; null for one with Russian. */
export function inOtherLayout(text: string): string | null {
  if (/\p{Script=Cyrillic}/u.test(text)) return null;
  return text.toLowerCase().replaceAll(/[^\s\d]/g, (sign) => CYRILLIC[LATIN.indexOf(sign)] ?? sign);
}
