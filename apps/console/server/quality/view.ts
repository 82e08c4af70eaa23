import type { Figures, GroupFigures, OutcomeCounts, VisitRow } from "@botdeck/db";

import { hidesPersonalData } from "../conversation/hides-personal-data.ts";
import { maskName } from "../conversation/mask-personal-data.ts";
import type { Role } from "../roles.ts";

/** A share with what it is a share of. */
export type Share = { part: number; whole: number; share: number | null };

const shareOf = (part: number, whole: number): Share => ({ part, whole, share: whole === 0 ? null : part / whole });

/** Figures as shares, each with its denominator. */
export function sharesOf(counts: OutcomeCounts) {
  return {
    containment: shareOf(counts.contained, counts.decided),
    handedOver: shareOf(counts.kinds.handed_over, counts.decided),
    abandoned: shareOf(counts.kinds.abandoned, counts.decided),
    recontact: shareOf(counts.recontacted, counts.solved),
    satisfaction: shareOf(counts.satisfied, counts.rated),
    meanRating: counts.rated === 0 ? null : counts.ratingSum / counts.rated,
  };
}

export function figuresView({ durable, ...figures }: Figures) {
  return {
    ...figures,
    ...sharesOf(figures),
    durable: durable === null ? null : { ...shareOf(durable.contained, durable.decided), period: durable.period },
  };
}

export function groupView(group: GroupFigures, names: ReadonlyMap<string, string>) {
  const { key, decided, kinds, firstResponse } = group;
  return { key, name: names.get(key[0] ?? "") ?? null, decided, kinds, firstResponse, ...sharesOf(group) };
}

/** A visit as the browser gets it: viewers see a client's initials. */
export function visitView(row: VisitRow, role: Role) {
  const name = row.personName;
  return { ...row, personName: name !== null && hidesPersonalData(role) ? maskName(name) : name };
}
