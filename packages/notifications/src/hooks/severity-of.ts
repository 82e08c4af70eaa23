import type { Severity } from "@botdeck/core";

const CRITICAL = /^(critical|crit|fatal|emergency|emerg|panic|disaster|high|page|p1|sev1|alert)$/i;
const WARNING = /^(warning|warn|error|average|major|minor|p2|p3|sev2|sev3)$/i;

/** What a source's word for it comes to with us; a word that nobody knows, or none, is a warning: neither slept through nor a siren. */
export function severityOf(word: string | undefined): Severity {
  if (word === undefined || word === "") return "warning";
  if (CRITICAL.test(word)) return "critical";
  return WARNING.test(word) || !/^(info|information|informational|notice|debug|none|low|ok|p4|p5)$/i.test(word)
    ? "warning"
    : "info";
}
