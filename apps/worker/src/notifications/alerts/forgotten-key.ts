import type { AlertGroup } from "@botdeck/db";

/** Under which the timeline keeps that an episode did not recover and pages nobody any more. */
export const forgottenKeyOf = ({ id, episode }: Pick<AlertGroup, "id" | "episode">): string =>
  `alert:${id}:${episode}:forgotten`;
