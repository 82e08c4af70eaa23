/** Who the records of a run belong to. */
export const ORIGINATOR_ID = "botdeck-bench";

/** A lead that is told from all others by its number, so that one written twice or never is seen. */
export function leadOf(number: number) {
  const ORIGIN_ID = `lead:${number}`;
  return { fields: { TITLE: `Lead ${number}`, NAME: "Demo", OPPORTUNITY: number, ORIGINATOR_ID, ORIGIN_ID } };
}
