/** Why somebody is asked who is not the nearest head. */
export type Because = { kind: "head_away"; headId: string } | { kind: "escalated" } | null;
export type Approver = { approverId: string; because: Because };

type Choice = {
  personId: string;
  /** Who leads the person, the nearest first. */
  heads: readonly string[];
  substitutes: Readonly<Record<string, string>>;
  fallbackApproverId: string | null;
  /** Who was asked already and has not decided. */
  passed: readonly string[];
  isAway: (userId: string) => Promise<boolean>;
};

/**
 * Who is asked next: the nearest head who is there, in place of one who is away their substitute, else the next one up, at
 * last the portal's own choice. Nobody is asked about themselves, or twice. Where all of them are away the nearest one is
 * asked all the same: a request that lies with somebody is not lost.
 *
 * @returns Null when nobody is left.
 */
export async function nextApprover(choice: Choice): Promise<Approver | null> {
  const { personId, heads, substitutes, fallbackApproverId, passed } = choice;
  const away = remembered(choice.isAway);
  const mayBeAsked = (userId: string | null | undefined): userId is string =>
    userId !== null && userId !== undefined && userId !== personId && !passed.includes(userId);
  const because = (firstAway: string | null): Because =>
    passed.length > 0 ? { kind: "escalated" } : firstAway === null ? null : { kind: "head_away", headId: firstAway };

  let firstAway: string | null = null;
  for (const head of heads) {
    const isThere = !(await away(head));
    if (mayBeAsked(head) && isThere) return { approverId: head, because: because(firstAway) };
    if (isThere) continue;
    const substitute = substitutes[head];
    if (mayBeAsked(substitute) && !(await away(substitute))) {
      return { approverId: substitute, because: { kind: "head_away", headId: head } };
    }
    firstAway ??= head;
  }
  if (mayBeAsked(fallbackApproverId)) return { approverId: fallbackApproverId, because: because(firstAway) };
  const nearest = heads.find(mayBeAsked);
  return nearest === undefined ? null : { approverId: nearest, because: because(null) };
}

function remembered(isAway: (userId: string) => Promise<boolean>): (userId: string) => Promise<boolean> {
  const known = new Map<string, Promise<boolean>>();
  return (userId) => {
    const asked = known.get(userId) ?? isAway(userId);
    known.set(userId, asked);
    return asked;
  };
}
