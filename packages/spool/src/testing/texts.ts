import type { Spool } from "../spool.ts";

export const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

export const appendText = (spool: Spool, value: string): Promise<void> => spool.append(Buffer.from(value));

/** Drains all and gives the texts in the order in which they were handed over. */
export async function drainTexts(spool: Spool): Promise<string[]> {
  const texts: string[] = [];
  await spool.drain(async (records) => {
    texts.push(...records.map(text));
  });
  return texts;
}
