import { causes } from "@botdeck/core/faults/en";

/** What stands in the way of a call. One text for all rooms. */
export const faults = {
  portalWords: "The portal’s own words",
  ourWords: "The whole message",
  /** After a cause, where it is known that nobody need do anything for the next try. */
  retried: "It is tried again by itself.",
  causes,
};
