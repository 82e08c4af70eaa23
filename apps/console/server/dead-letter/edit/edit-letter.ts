import { AppError, type Effect, type InboxBody } from "@botdeck/core";
import {
  type Actor,
  ALL_DEAD,
  type Database,
  type DatabaseHandle,
  lettersByIds,
  payloadsOfLetters,
  type RefusedLetter,
  replayEditedLetter,
} from "@botdeck/db";
import type { z } from "zod";

import { type JobPreview, previewLetters } from "../../job/preview.ts";
import type { Role } from "../../roles.ts";
import type { CheckEdit, ReplayEdited } from "../schemas.ts";
import { auditedChanges } from "./audited-changes.ts";
import type { DiffLine } from "./diff-lines.ts";
import { editableOf, type NoEdit } from "./editable.ts";
import { placeOf } from "./json.ts";
import { type EditProblem, problem } from "./problem.ts";
import { type ReadEdit, readEdit } from "./read-edit.ts";
import { shownChanges } from "./shown-changes.ts";

const WHY_NOT: Record<NoEdit, string> = {
  no_schema: "Nothing says what such a payload has to look like, so it runs again only as it is.",
  own_act: "It is done in a person's name, so nobody else changes it.",
  nothing_to_change: "It says only to whom or to what it is done, so there is nothing to change.",
};

/** What is looked for on the portal before it is made: where it arrived the first time, a change of it would go nowhere. */
const FOUND_AGAIN: ReadonlySet<string> = new Set<Effect["kind"]>(["task.create", "crm.record"]);

type Problems = { kind: "problems"; problems: EditProblem[] };

/**
 * What an edit would come to: the same dry run as of a plain replay, and both payloads line by line. `changesWords` when the
 * conversation will show other words of its person than they wrote.
 */
export type CheckedEdit =
  | Problems
  | { kind: "fits"; preview: JobPreview; lines: DiffLine[]; changesWords: boolean; seen: string };

/** The one place of events that stands in a conversation. */
const WORDS = "message.text";

/** Looks at what a letter would send or handle with another payload; changes nothing. */
export async function checkEdit(db: Database, asked: z.infer<typeof CheckEdit>, role: Role): Promise<CheckedEdit> {
  const { before, edit } = await readLetter(db, asked);
  if (!edit.ok) return { kind: "problems", problems: edit.problems };
  const preview = await previewLetters(db, { filter: ALL_DEAD, ids: [asked.id] }, role);
  if ((preview.warnings.may_happen_twice ?? 0) > 0 && FOUND_AGAIN.has(before.kind)) {
    return { kind: "problems", problems: [problem("found_again")] };
  }
  const lines = shownChanges(before, edit.payload);
  const changesWords = edit.changes.some(({ path }) => placeOf(path) === WORDS);
  return { kind: "fits", preview, lines, changesWords, seen: preview.samples[0]?.seen ?? "" };
}

export type EditedOutcome = Problems | { kind: "refused"; refused: RefusedLetter } | { kind: "replayed" };

/** Lets a letter run again with another payload, as `checkEdit` showed it. */
export async function replayEdited(
  db: DatabaseHandle["db"],
  asked: z.infer<typeof ReplayEdited>,
  actor: Actor,
): Promise<EditedOutcome> {
  const { before, edit } = await readLetter(db, asked);
  if (!edit.ok) return { kind: "problems", problems: edit.problems };
  const { id, seen, acceptsTwice, reason } = asked;
  const changes = auditedChanges(edit.changes);
  const letter = { id, seen, acceptsTwice: acceptsTwice && !FOUND_AGAIN.has(before.kind) };
  const refused = await replayEditedLetter(db, { letter, before, after: edit.payload, reason, changes, actor });
  return refused === null ? { kind: "replayed" } : { kind: "refused", refused };
}

/** @throws AppError `not_found` or `conflict` when the letter is not the one any more that the edit began with. */
async function readLetter(
  db: Database,
  { id, attempts, text }: z.infer<typeof CheckEdit>,
): Promise<{ before: InboxBody | Effect; edit: ReadEdit }> {
  const [letter] = await lettersByIds(db, [id]);
  if (letter === undefined) throw new AppError("not_found", "This dead letter is not there, or no longer.");
  if (letter.state !== "dead" || letter.attempts !== attempts) {
    throw new AppError("conflict", "Somebody has decided about this letter meanwhile: open it again.");
  }
  const before = (await payloadsOfLetters(db, [id])).get(id);
  if (before === undefined) throw new AppError("invalid", "What was to be sent or handled was removed by its age.");
  const editable = editableOf(before);
  if (typeof editable === "string") throw new AppError("invalid", WHY_NOT[editable]);
  return { before, edit: readEdit(text, before, editable) };
}
