/**
 * An answer as a portal writes it for `.xml`: one element per key, `item` for the entries of a list, texts escaped.
 *
 * The documentation names the suffix and shows no answer; the form is that of the portal's own PHP encoder.
 */
export function encodeXml(answer: object): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<response>${elements(answer)}</response>`;
}

function elements(value: object): string {
  return Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([key, item]) => element(Array.isArray(value) || /^\d+$/.test(key) ? "item" : nameOf(key), item))
    .join("");
}

function element(name: string, value: unknown): string {
  const content = typeof value === "object" && value !== null ? elements(value) : escape(scalar(value));
  return `<${name}>${content}</${name}>`;
}

/** PHP's texts of what is not a text: `true` is 1; `false` and null are nothing. */
function scalar(value: unknown): string {
  if (value === null || value === false) return "";
  return value === true ? "1" : String(value);
}

/** What cannot stand in an element's name becomes `_`. */
function nameOf(key: string): string {
  const name = key.replaceAll(/[^\w.-]/g, "_");
  return /^[A-Za-z_]/.test(name) ? name : `_${name}`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
