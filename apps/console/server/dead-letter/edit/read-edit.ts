import type { Effect, InboxBody } from "@botdeck/core";

import { type ChangedPlace, changedPlaces } from "./changed-places.ts";
import type { Editable } from "./editable.ts";
import { misfits } from "./fits-schema.ts";
import { parseEdit } from "./parse-edit.ts";
import { type EditProblem, problem } from "./problem.ts";
import { putBackHidden } from "./put-back-hidden.ts";

/** A payload that may take the place of another, or all that is wrong with it. */
export type ReadEdit =
  | { ok: true; payload: InboxBody | Effect; changes: ChangedPlace[] }
  | { ok: false; problems: EditProblem[] };

/** Reads what somebody made of a payload: what was hidden from them is put back, and only what may be changed is. */
export function readEdit(text: string, original: InboxBody | Effect, { schema, places }: Editable): ReadEdit {
  const refused = (problems: EditProblem[]) => ({ ok: false as const, problems });
  const written = parseEdit(text);
  if (!written.ok) return refused([written.problem]);
  const whole = putBackHidden(written.value, original);
  if (!whole.ok) return refused(whole.problems);
  const changes = changedPlaces(original, whole.value);
  if (changes.length === 0) return refused([problem("unchanged")]);
  const allowed = places.map((place) => place.split("."));
  const fixed = changes.filter(({ path }) => !allowed.some((place) => place.every((key, at) => path[at] === key)));
  if (fixed.length > 0) return refused(fixed.map(({ path }) => problem("fixed", path)));
  const { payload, problems } = misfits(whole.value, original, schema);
  return payload === null ? refused(problems) : { ok: true, payload, changes };
}
