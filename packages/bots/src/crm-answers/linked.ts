import { plainWords } from "@botdeck/dialog";

/** A name that opens its card on the portal; what people called it cannot work as a tag. */
export const linked = (name: string, url: string | null): string =>
  url === null ? plainWords(name) : `[url=${url}]${plainWords(name)}[/url]`;
