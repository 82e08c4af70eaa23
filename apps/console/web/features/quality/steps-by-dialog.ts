import type { GroupRow } from "./quality-data.ts";

/** @property step Null for who had come to the dialog's end. */
export type StepLoss = { step: string | null; abandoned: number; handedOver: number };
export type DialogSteps = { dialog: string; visits: number; steps: StepLoss[] };

type Row = Pick<GroupRow, "key" | "decided" | "kinds">;

/** For each dialog, those with most visits first, where clients were lost: the steps with most of them first. */
export function stepsByDialog(rows: readonly Row[]): DialogSteps[] {
  const known = rows.flatMap(({ key: [dialog, step], ...row }) =>
    dialog == null ? [] : [{ dialog, step: step ?? null, ...row }],
  );
  return [...Map.groupBy(known, ({ dialog }) => dialog)]
    .map(([dialog, own]) => ({
      dialog,
      visits: own.reduce((sum, { decided }) => sum + decided, 0),
      steps: own
        .map(({ step, kinds }) => ({ step, abandoned: kinds.abandoned, handedOver: kinds.handed_over }))
        .filter(({ abandoned, handedOver }) => abandoned + handedOver > 0)
        .toSorted((one, other) => other.abandoned + other.handedOver - one.abandoned - one.handedOver),
    }))
    .toSorted((one, other) => other.visits - one.visits);
}
