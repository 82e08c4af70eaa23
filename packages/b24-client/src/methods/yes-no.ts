/** A switch: JSON's own, or the letters that old methods take; both are understood everywhere. */
export type YesNo = boolean | "Y" | "N";
