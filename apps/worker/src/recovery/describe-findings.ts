import type { OutageFinding } from "@botdeck/db";

/** What a search found, in lines for a person: each place where something was, or could not be seen, and a sum. */
export function describeFindings(findings: readonly OutageFinding[], isDryRun: boolean): string {
  const verb = isDryRun ? "are missing" : "were missing and are in the inbox now";
  const lines = findings.flatMap(({ where, recovered, problem, isPending }) => {
    if (problem !== null)
      return [`${where}: ${recovered}; ${isPending === true ? "is tried again" : "not seen"}: ${problem}`];
    return recovered > 0 ? [`${where}: ${recovered}`] : [];
  });
  const recovered = findings.reduce((sum, finding) => sum + finding.recovered, 0);
  return [...lines, `${findings.length} places looked through, ${recovered} events ${verb}`]
    .map((line) => `${line}\n`)
    .join("");
}
