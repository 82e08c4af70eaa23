import type { Came } from "./fixture.ts";

/** One visit that came to something else; null where there was none. */
export type Change = { visit: number; before: Came | null; after: Came | null };

/** The visits of a conversation that came to something else than before, as far as that is known. */
export function changesBetween(before: readonly Came[], after: readonly Came[]): Change[] {
  const most = Math.max(before.length, after.length);
  return Array.from({ length: most }, (_, visit) => ({
    visit,
    before: before[visit] ?? null,
    after: after[visit] ?? null,
  })).filter((change) => !isSame(change));
}

function isSame({ before, after }: Change): boolean {
  if (before === null || after === null || before.outcome !== after.outcome) return false;
  if (before.dialog !== undefined && before.dialog !== after.dialogs?.[0]) return false;
  return (["topic", "cause", "dialogs", "lastStep"] as const).every((field) => {
    const [was, is] = [before[field], after[field]];
    return was === undefined || is === undefined || JSON.stringify(was) === JSON.stringify(is);
  });
}

/** What came of a visit, for people. */
export function inWords(came: Came | null): string {
  if (came === null) return "no visit";
  const { outcome, topic, cause, dialog, dialogs = dialog === undefined ? [] : [dialog], lastStep } = came;
  const parts = [
    outcome === "handed_over" ? `handed over (${topic ?? "?"}: ${cause ?? "?"})` : outcome,
    dialogs.length > 0 && `ran ${dialogs.join(", ")}`,
    typeof lastStep === "string" && `stopped at ${lastStep}`,
  ];
  return parts.filter((part) => typeof part === "string").join("; ");
}
