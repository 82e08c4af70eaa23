import { AppError } from "@botdeck/core";

/**
 * A configuration as it is shipped, with the places of this run in it: nothing else is changed, so that what a drill proves
 * is what people get.
 *
 * @param places What stands in the shipped file → what stands there in this run.
 * @throws AppError `invariant` when the shipped file has no such place: the drill would prove something else.
 */
export function fillConfiguration(shipped: string, places: Readonly<Record<string, string>>): string {
  return Object.entries(places).reduce((text, [place, here]) => {
    if (!text.includes(place)) throw new AppError("invariant", `The shipped configuration says nothing of ${place}`);
    return text.replaceAll(place, here);
  }, shipped);
}
