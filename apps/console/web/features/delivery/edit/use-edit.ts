import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";

import { failureOf, useTRPC } from "../../../trpc.ts";
import { useTell } from "../act/use-tell.ts";
import type { Checked, Problem } from "./problem-list.tsx";

type Fitting = Extract<Checked, { kind: "fits" }>;

type Answers = {
  /** @param text What was looked at; by now something else may be written. */
  onFits: (checked: Fitting, text: string) => void;
  onProblems: (problems: readonly Problem[]) => void;
  /** Somebody else was quicker. */
  onTaken: () => void;
  /** It stays as it is for now: what the dry run showed is so no more. */
  onRefused: () => void;
  onReplayed: () => void;
};

/** Looks at what a letter with another payload would come to, and lets it run. */
export function useEdit({ onFits, onProblems, onTaken, onRefused, onReplayed }: Answers) {
  const t = useTranslations("deliveries.act");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const tell = useTell();
  const onError = (error: unknown) => {
    const { code } = failureOf(error);
    if (code === "NOT_FOUND" || code === "CONFLICT") onTaken();
    else tell.failed(error);
  };
  const check = useMutation(
    trpc.deadLetter.checkEdit.mutationOptions({
      onSuccess: (checked, { text }) =>
        checked.kind === "fits" ? onFits(checked, text) : onProblems(checked.problems),
      onError,
    }),
  );
  const replay = useMutation(
    trpc.deadLetter.replayEdited.mutationOptions({
      onSuccess(outcome) {
        if (outcome.kind === "problems") return onProblems(outcome.problems);
        if (outcome.kind === "refused") {
          tell.refused([outcome.refused]);
          return onRefused();
        }
        tell.said({ title: t("replayed"), text: t("replayedText") });
        onReplayed();
      },
      onError,
      onSettled: () => queryClient.invalidateQueries(trpc.deadLetter.pathFilter()),
    }),
  );
  return { check, replay };
}
