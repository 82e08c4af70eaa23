import type { OutageFinding } from "@botdeck/db";

const LIMITS = { first_words: "first words to an internal bot in a private dialog cannot be looked for" };

/**
 * What a search found, in lines for a person: each place where something was, or could not be seen, and a sum. What a dry
 * run could not see nobody tries again.
 */
export function describeFindings(findings: readonly OutageFinding[], isDryRun: boolean): string {
  const verb = isDryRun ? "are missing" : "were missing and are in the inbox now";
  const lines = findings.flatMap(({ where, recovered, past = 0, problem, limit, isPending }) => {
    if (limit !== undefined) return [`${where}: ${LIMITS[limit]}`];
    const later = isPending === true && !isDryRun ? "is tried again" : "not seen";
    if (problem !== null) return [`${where}: ${recovered}; ${later}: ${problem}`];
    const only = past > 0 ? `, ${past} of them only to be written down` : "";
    return recovered > 0 ? [`${where}: ${recovered}${only}`] : [];
  });
  const places = findings.filter(({ limit }) => limit === undefined);
  const seen = places.length - unseenOf(findings).length;
  const recovered = findings.reduce((sum, finding) => sum + finding.recovered, 0);
  const looked = seen === places.length ? `${seen}` : `${seen} of ${places.length}`;
  return [...lines, `${looked} places looked through, ${recovered} events ${verb}`].map((line) => `${line}\n`).join("");
}

/** The places that could not be looked through, or not whole. */
export function unseenOf(findings: readonly OutageFinding[]): OutageFinding[] {
  return findings.filter(({ problem, isPending }) => problem !== null || isPending === true);
}
