import { officeBot } from "@botdeck/bots";

/** The bot of the guide, as a deployment brings bots of its own. */
export const bots = [officeBot];
