/** Facts behind one another; where they break into lines, the dot stays with the one before it. */
export const inOneLine = (facts: readonly (string | null | false)[]): string =>
  facts.filter((fact) => typeof fact === "string" && fact !== "").join("\u00a0· ");
