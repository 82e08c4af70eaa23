import { lineOf } from "./open-line.ts";

const FALLBACKS = ["WEB", "OTHER"];

/**
 * Where a lead of this open line comes from, in the portal's own words: the source that the line made for its channel
 * (`3|TELEGRAM`) or for another of its channels, else the website, else anything.
 *
 * @param sources Codes of the portal's dictionary, which a person may have rewritten: not even `WEB` is certain.
 * @see Bitrix24 docs: crm.status.list
 */
export function chooseSource(sources: readonly string[], entityId: string): string | null {
  const { connector, lineId } = lineOf(entityId);
  const find = (isWanted: (code: string) => boolean) => sources.find((source) => isWanted(source.toUpperCase()));
  return (
    find((code) => code === `${lineId}|${connector}`.toUpperCase()) ??
    find((code) => code.startsWith(`${lineId}|`)) ??
    FALLBACKS.find((code) => sources.includes(code)) ??
    sources[0] ??
    null
  );
}
