import { expect, test } from "vitest";

import { decide } from "./decide.ts";
import type { DialogDefinition } from "./dialog.ts";
import type { DialogProgress } from "./progress.ts";
import { resumeDialog } from "./resume.ts";
import { bookingDialog } from "./testing/booking-dialog.ts";
import { said } from "./testing/said.ts";

const begun = decide(bookingDialog, null, { kind: "begin", slots: { hasName: true }, said: said("A-1042") });
const progress = begun.progress ?? expect.fail("it waits for a phone");

const version = (number: number, more: Partial<DialogDefinition> = {}): DialogDefinition => ({
  ...bookingDialog,
  version: number,
  ...more,
});
const { phone, ...steps } = bookingDialog.steps;

test("a dialog in progress keeps the version it began with while that is kept", () => {
  const resumed = resumeDialog([version(2), bookingDialog, version(3)], progress);
  expect(resumed).toEqual({ dialog: bookingDialog, progress, isMoved: false });
});

test("it moves to the newest one when its own is gone, and nothing that was told is lost", () => {
  const resumed = resumeDialog([version(2), version(3)], progress);
  expect(resumed?.dialog.version).toBe(3);
  expect(resumed?.progress).toEqual({ ...progress, version: 3 });
  expect(progress.slots).toEqual({ number: "A-1042", hasName: true });
});

test("each version on the way brings the slots into its form", () => {
  const newest = version(3, {
    migrations: {
      1: ({ number, ...rest }) => ({ ...rest, order: number }),
      2: ({ order, ...rest }) => ({ ...rest, numbers: [order] }),
    },
  });
  expect(resumeDialog([newest], progress)?.progress.slots).toEqual({ hasName: true, numbers: ["A-1042"] });
});

test.each<[string, DialogDefinition, boolean]>([
  ["is the newest version's as well: the answer to it is heard", version(2), false],
  ["is gone: the newest version's own has to be asked", version(2, { steps }), true],
  ["is asked no more", version(2, { steps: { ...steps, phone: { ...phone, if: () => false } as never } }), true],
])("the question that stands %s", (_, newest, isMoved) => {
  expect(resumeDialog([newest], progress)?.isMoved).toBe(isMoved);
});

test("a deploy that is taken back breaks nobody", () => {
  const ahead: DialogProgress = { ...progress, version: 9 };
  expect(resumeDialog([bookingDialog], ahead)?.progress).toEqual(progress);
});

test("a dialog that left the bot is over", () => {
  expect(resumeDialog([{ ...bookingDialog, name: "other" }], progress)).toBeNull();
});
