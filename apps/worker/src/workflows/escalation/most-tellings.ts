/** How often a source is told of an answer; its last refusal is noted in the timeline. */
export const MOST_TELLINGS = 8;
