/** Turns texts into vectors of length 1, one for each, in the same order. */
export type Embed = (texts: readonly string[]) => Promise<readonly (readonly number[])[]>;
