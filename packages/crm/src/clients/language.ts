/** Of what operators read. */
export type Language = "en" | "ru";
