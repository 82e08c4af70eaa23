/** From here on a rating, of 1 to 5, says that the client was helped. */
export const GOOD_RATING = 4;
/** Up to here it says that they were not. */
export const LOW_RATING = 2;
