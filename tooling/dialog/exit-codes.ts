/** A command did what it was asked for, and all is well; not all is well; it could not do it, or was called wrongly. */
export const ALL_WELL = 0;
export const NOT_WELL = 1;
export const WRONG_USAGE = 2;
