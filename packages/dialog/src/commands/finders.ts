import type { Named } from "./param.ts";

/** Whom or what words may mean: nobody, the only one, or all that fit equally well. */
export type FindNamed = (words: string) => Promise<readonly Named[]>;

/** Finds people of the portal by what somebody calls them, such as `Иванов` or `anna s`. */
export type FindPeople = FindNamed;
