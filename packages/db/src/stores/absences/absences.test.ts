import { newId } from "@botdeck/core/ids";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { absence } from "../../schema/absence.ts";
import { createWorld, type World } from "../../testing/world.ts";
import { addToComment, answerIn, moveAbsence, noteReason } from "./move-absence.ts";
import { type AbsenceRequest, editAbsence, openAbsence } from "./open-absence.ts";
import { absencesOf, absentOn, grantedOn, readAbsence } from "./read-absences.ts";

let world: World;
let portalId: string;
beforeAll(async () => {
  world = await createWorld();
  portalId = (await world.newPortal()).id;
});
beforeEach(() => world.db.delete(absence));
afterAll(() => world.close());

const request = (given: Partial<AbsenceRequest> = {}): AbsenceRequest => ({
  portalId,
  botId: newId(),
  personId: "7",
  personName: "Emma",
  kind: "paid",
  fromDay: "2027-07-15",
  toDay: "2027-07-28",
  fromNoon: false,
  untilNoon: false,
  comment: "",
  workflowId: `vacation:${newId()}`,
  ...given,
});
const open = (given: Partial<AbsenceRequest> = {}) => openAbsence(world.db, request(given));
const halfDay = { fromDay: "2027-07-15", toDay: "2027-07-15" };

test("a request that is made again by the same workflow is the same one, and others of the same days are refused", async () => {
  const first = await open({ workflowId: "vacation:1" });
  expect(await open({ workflowId: "vacation:1" })).toEqual(first);
  expect(await open({ fromDay: "2027-07-28", toDay: "2027-08-02" })).toMatchObject({
    kind: "overlap",
    absence: { id: first.absence.id },
  });
  expect(await open({ fromDay: "2027-07-29", toDay: "2027-08-02" })).toMatchObject({ kind: "open" });
  expect(await open({ personId: "8" })).toMatchObject({ kind: "open" });
});

test("of many requests for the same days at once one is kept", async () => {
  const opened = await Promise.all(Array.from({ length: 10 }, () => open()));
  expect(opened.filter(({ kind }) => kind === "open")).toHaveLength(1);
});

test("two halves of a day are two requests, and no third one fits beside them", async () => {
  expect(await open({ ...halfDay, untilNoon: true })).toMatchObject({ kind: "open" });
  expect(await open({ ...halfDay, fromNoon: true })).toMatchObject({ kind: "open" });
  expect(await open({ ...halfDay, untilNoon: true })).toMatchObject({ kind: "overlap" });
});

test("days overlap exactly when they share half a day", async () => {
  const days = fc.record({
    from: fc.integer({ min: 1, max: 9 }),
    length: fc.integer({ min: 0, max: 3 }),
    fromNoon: fc.boolean(),
    untilNoon: fc.boolean(),
  });
  const spanOf = ({ from, length, fromNoon, untilNoon }: { from: number; length: number } & Noons) => ({
    fromDay: `2027-07-0${from}`,
    toDay: `2027-07-${String(from + length).padStart(2, "0")}`,
    fromNoon,
    // Of one day only one half is left out.
    untilNoon: untilNoon && (length > 0 || !fromNoon),
  });
  const halves = (span: ReturnType<typeof spanOf>) => {
    const first = Number(span.fromDay.slice(8)) * 2 + (span.fromNoon ? 1 : 0);
    const last = Number(span.toDay.slice(8)) * 2 + (span.untilNoon ? 0 : 1);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  };
  await fc.assert(
    fc.asyncProperty(days, days, async (one, other) => {
      await world.db.delete(absence);
      const [a, b] = [spanOf(one), spanOf(other)];
      await open(a);
      const isShared = halves(a).some((half) => halves(b).includes(half));
      expect((await open(b)).kind).toBe(isShared ? "overlap" : "open");
    }),
    { numRuns: 60 },
  );
});
type Noons = { fromNoon: boolean; untilNoon: boolean };

test("an edit makes a new version that has to be allowed anew; the same edit again changes nothing", async () => {
  const { absence: before } = await open();
  const asker = { id: before.id, portalId, personId: "7" };
  await moveAbsence(world.db, { id: before.id, to: "approved", version: 1, by: "2" });
  const edit = { kind: "paid" as const, fromDay: "2027-07-20", toDay: "2027-07-30", fromNoon: false, untilNoon: false };
  const edited = await editAbsence(world.db, asker, { ...edit, comment: "" });
  expect(edited).toMatchObject({ kind: "open", absence: { state: "requested", version: 2, approverId: null } });
  expect(await editAbsence(world.db, asker, { ...edit, comment: "" })).toEqual(edited);
  // What was decided about the version before is void.
  expect(await moveAbsence(world.db, { id: before.id, to: "approved", version: 1, by: "2" })).toBeNull();
  expect(await editAbsence(world.db, { ...asker, personId: "8" }, { ...edit, comment: "" })).toBeNull();
  await moveAbsence(world.db, { id: before.id, to: "withdrawn" });
  expect(await editAbsence(world.db, asker, { ...edit, comment: "x" })).toMatchObject({ kind: "closed" });
});

test("a move that is made again is made once, and one from elsewhere is refused", async () => {
  const { id } = (await open()).absence;
  const approved = await moveAbsence(world.db, { id, to: "approved", version: 1, by: "2" });
  expect(approved).toMatchObject({ state: "approved", approverId: "2" });
  expect(await moveAbsence(world.db, { id, to: "approved", version: 1, by: "2" })).toEqual(approved);
  expect(await moveAbsence(world.db, { id, to: "declined", version: 1, by: "3" })).toBeNull();
  expect(await moveAbsence(world.db, { id, to: "withdrawn" })).toBeNull();
  expect(await moveAbsence(world.db, { id, to: "cancelled" })).toMatchObject({ state: "cancelled" });
});

test("words of a question stand by the version that it was about, and an answer is added once", async () => {
  const { id } = (await open({ comment: "by the sea" })).absence;
  expect(await noteReason(world.db, { id, portalId, version: 2 }, "why?")).toBe(false);
  expect(await noteReason(world.db, { id, portalId, version: 1 }, "why?")).toBe(true);
  const asker = { id, portalId, personId: "7" };
  await addToComment(world.db, asker, "a wedding");
  expect(await addToComment(world.db, asker, "a wedding")).toMatchObject({ comment: "by the sea\na wedding" });
  expect(await addToComment(world.db, { ...asker, personId: "8" }, "no")).toBeNull();
  // Ends as the answer before does, and is another one.
  const answered = await addToComment(world.db, asker, "wedding");
  expect(answered).toMatchObject({ comment: "by the sea\na wedding\nwedding" });
  expect(answerIn(answered?.comment ?? "")).toEqual({ answer: "wedding", before: "by the sea\na wedding" });
  expect(answerIn("wedding")).toEqual({ answer: "wedding", before: "" });
});

test("who is away is who was granted days, and not who works from elsewhere", async () => {
  const granted = async (given: Partial<AbsenceRequest>) => {
    const { id } = (await open(given)).absence;
    await moveAbsence(world.db, { id, to: "approved", by: "2" });
    return id;
  };
  await granted({ personId: "7" });
  await granted({ personId: "8", kind: "remote" });
  await granted({ personId: "9", fromDay: "2027-07-01", toDay: "2027-07-14" });
  await open({ personId: "10" });
  const days = { fromDay: "2027-07-15", toDay: "2027-07-15" };
  expect(await absentOn(world.db, portalId, days)).toEqual(new Set(["7"]));
  expect(await absentOn(world.db, portalId, days, ["8", "9"])).toEqual(new Set());
  expect(await absentOn(world.db, newId(), days)).toEqual(new Set());
  expect((await grantedOn(world.db, portalId, days)).map(({ personId }) => personId)).toEqual(["7", "8"]);
});

test("a person sees what is theirs, and another portal's rows are nobody's", async () => {
  const { id } = (await open()).absence;
  const year = { fromDay: "2027-01-01", toDay: "2027-12-31" };
  expect(await absencesOf(world.db, { portalId, personId: "7" }, year)).toMatchObject([{ id }]);
  expect(await absencesOf(world.db, { portalId, personId: "8" }, year)).toEqual([]);
  expect(await readAbsence(world.db, { id, portalId: newId() })).toBeNull();
});
