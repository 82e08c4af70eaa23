import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";

import { useTRPC } from "../../../trpc.ts";
import type { LetterFilter } from "../letters/filter-of.ts";
import type { ActProps } from "./chosen-letters.ts";
import { useTell } from "./use-tell.ts";

type Seen = { id: string; seen: string; acceptsTwice: boolean };
type Job = { letters: { filter: LetterFilter; ids: string[] | null }; acceptsTwice: boolean; reason: string };

/** Lets one letter run again at once, as the dry run showed it, or puts a job down that does so with many. */
export function useReplay({ onGone, onBack }: Pick<ActProps, "onGone" | "onBack">) {
  const t = useTranslations("deliveries.act");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const tell = useTell();
  const replay = useMutation(
    trpc.deadLetter.replay.mutationOptions({
      onMutate: ({ letters }) => onGone?.(letters.map(({ id }) => id)),
      onSuccess({ replayed, refused }) {
        onBack?.(refused.map(({ id }) => id));
        tell.refused(refused);
        if (replayed.length > 0) tell.said({ title: t("replayed"), text: t("replayedText") });
      },
      onError(error, { letters }) {
        onBack?.(letters.map(({ id }) => id));
        tell.failed(error);
      },
      onSettled: () => queryClient.invalidateQueries(trpc.deadLetter.pathFilter()),
    }),
  );
  const start = useMutation(trpc.job.start.mutationOptions({ onSuccess: tell.jobStarted, onError: tell.failed }));
  return {
    replayOne: (letter: Seen) => replay.mutate({ letters: [letter] }),
    startJob: (job: Job) => start.mutate({ kind: "deadLetter.replay", ...job }),
  };
}
