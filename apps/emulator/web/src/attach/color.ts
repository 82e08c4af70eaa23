const HEX = /^#(?:[\da-f]{3}|[\da-f]{6})$/iu;
/** WCAG 2.2 AA for text. */
const READABLE = 4.5;

/** A colour that a bot may have given: `#abc` or `#aabbcc`, otherwise null. Nothing else reaches a style. */
export function hexColor(value: unknown): string | null {
  return typeof value === "string" && HEX.test(value.trim()) ? value.trim() : null;
}

/** The ink for a ground: the wanted one if it can be read there, else black or white. */
export function inkOn(ground: string, wanted: string | null = null): string {
  if (wanted !== null && contrast(ground, wanted) >= READABLE) return wanted;
  return contrast(ground, "#ffffff") >= contrast(ground, "#111111") ? "#ffffff" : "#111111";
}

/** Contrast of two hex colours, 1 to 21; WCAG 2.2, relative luminance. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const digits =
    color.length === 4 ? color.slice(1).replaceAll(/./gu, "$&$&").match(/../gu) : color.slice(1).match(/../gu);
  const [red = 0, green = 0, blue = 0] = (digits ?? []).map((pair) => linear(Number.parseInt(pair, 16) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
