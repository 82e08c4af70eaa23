/** One thing that was changed; `before` is null where nothing was there. */
export type Change = { name: string | null; before: unknown; after: unknown };
export type ReadDetail = {
  changes: Change[];
  reason: string | null;
  /** What else is told of the act. */
  facts: { name: string; value: unknown }[];
};

type Values = Readonly<Record<string, unknown>>;

/** An act's detail for people: what was so before and is so now, each value beside its other, why, and the rest. */
export function readDetail(detail: Values): ReadDetail {
  const { before = null, after = null, reason = null, ...rest } = detail;
  return {
    changes: changesOf(before, after),
    reason: typeof reason === "string" ? reason : null,
    facts: Object.entries(rest).map(([name, value]) => ({ name, value })),
  };
}

function changesOf(before: unknown, after: unknown): Change[] {
  if (isValues(before) || isValues(after)) {
    const [old, now] = [isValues(before) ? before : {}, isValues(after) ? after : {}];
    return [...new Set([...Object.keys(old), ...Object.keys(now)])]
      .filter((name) => JSON.stringify(old[name]) !== JSON.stringify(now[name]))
      .map((name) => ({ name, before: old[name] ?? null, after: now[name] ?? null }));
  }
  return before === null && after === null ? [] : [{ name: null, before, after }];
}

function isValues(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
