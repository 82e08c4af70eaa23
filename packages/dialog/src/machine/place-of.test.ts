import { expect, test } from "vitest";

import { placeOf, withPlace } from "./place-of.ts";
import { DialogState, INITIAL_PLACE } from "./state.ts";

const person = { id: "5", name: "Anna", kind: "employee" as const };
const at = "2026-07-08T09:00:00Z";
const dialogOf = (type: "private" | "group") => ({ id: "chat1", chatId: "1", type, title: "", entityId: null });

test("a conversation as an earlier release wrote it is read, and stands where it stood", () => {
  const written = { dialogs: [], offered: [{ text: "Yes" }], isChoosing: true, workflow: null, visit: null };
  const state = DialogState.parse(written);
  const where = { dialog: dialogOf("private"), person, at };
  expect(placeOf(state, where)).toMatchObject(written);
  expect(withPlace(state, { ...placeOf(state, where), isChoosing: false }, where)).toEqual({
    ...state,
    isChoosing: false,
  });
});

test("in a group nothing of one person's place is seen from another's, and what is written is read again", () => {
  const where = { dialog: dialogOf("group"), person, at };
  const place = { ...INITIAL_PLACE, known: { secret: "theirs" } };
  const state = DialogState.parse(JSON.parse(JSON.stringify(withPlace(DialogState.parse({}), place, where))));
  expect(placeOf(state, where)).toEqual(place);
  expect(placeOf(state, { ...where, person: { ...person, id: "6" } })).toEqual(INITIAL_PLACE);
  expect(state.known).toEqual({});
});
