import type { HookOptions } from "../hooks/hook-options.ts";

type Labels = Readonly<Record<string, string>>;
type Named = { id: string; labels: Labels };

/**
 * The group for whose sake another one is not told: while a cluster is down, nobody needs to hear that its machines are.
 *
 * @param firing Groups of the same source that fire.
 * @returns Null when it is told.
 */
export function inhibitedBy<Group extends Named>(
  target: Named,
  { inhibit, firing }: { inhibit: HookOptions["inhibit"]; firing: readonly Group[] },
): Group | null {
  for (const rule of inhibit) {
    if (!has(target.labels, rule.target)) continue;
    const source = firing.find(
      ({ id, labels }) =>
        id !== target.id &&
        has(labels, rule.source) &&
        // Else two groups that match both sides would keep each other from being told.
        !has(labels, rule.target) &&
        rule.equal.every((name) => labels[name] === target.labels[name]),
    );
    if (source !== undefined) return source;
  }
  return null;
}

const has = (labels: Labels, wanted: Labels): boolean =>
  Object.entries(wanted).every(([name, value]) => labels[name] === value);
