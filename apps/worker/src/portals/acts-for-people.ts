import type { AnyBot } from "@botdeck/dialog";

/** True for a bot that employees talk to: what it reads and writes for one of them it does with that person's rights, by their tokens. */
export const actsForPeople = ({ kind }: AnyBot): boolean => kind !== "client";
