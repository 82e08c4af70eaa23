import { useToast } from "@botdeck/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "use-intl";

import type { AppRouter } from "../../../../server/root.ts";
import { failureOf, useTRPC } from "../../../trpc.ts";

export type Span = inferRouterInputs<AppRouter>["alert"]["silence"]["span"];
type Pressed = inferRouterOutputs<AppRouter>["alert"]["acknowledge"];
type Verb = "acknowledge" | "silence" | "escalate" | "endSilence";

/** What somebody may do about a group of alerts: each says what came of it, and has what is shown read anew. */
export function useAnswer(groupId: string) {
  const t = useTranslations("notifications.answer");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const acknowledge = useMutation(trpc.alert.acknowledge.mutationOptions());
  const silence = useMutation(trpc.alert.silence.mutationOptions());
  const escalate = useMutation(trpc.alert.escalate.mutationOptions());
  const endSilence = useMutation(trpc.alert.endSilence.mutationOptions());

  async function attempt(verb: Verb, act: (pressId: string) => Promise<Pressed>): Promise<void> {
    try {
      toast.show(wordsOf(verb, await act(crypto.randomUUID())));
    } catch (error) {
      const isEnded = verb === "endSilence" && failureOf(error).code === "CONFLICT";
      toast.show({ title: t(isEnded ? "ended" : "failed"), tone: "danger" });
    }
    await queryClient.invalidateQueries(trpc.alert.pathFilter());
  }

  function wordsOf(verb: Verb, { outcome, byName }: Pressed): { title: string; text?: string } {
    switch (outcome) {
      case "done":
        return { title: t(`done.${verb}`) };
      case "taken":
        return { title: t("taken", { name: byName ?? t("somebody") }) };
      case "over":
        return { title: t("over") };
      case "forgotten":
        return { title: t("forgotten"), text: t("forgottenText") };
    }
  }

  return {
    isPending: acknowledge.isPending || silence.isPending || escalate.isPending || endSilence.isPending,
    acknowledge: () => attempt("acknowledge", (pressId) => acknowledge.mutateAsync({ groupId, pressId })),
    silence: (span: Span) => attempt("silence", (pressId) => silence.mutateAsync({ groupId, pressId, span })),
    escalate: () => attempt("escalate", (pressId) => escalate.mutateAsync({ groupId, pressId })),
    endSilence: () => attempt("endSilence", (pressId) => endSilence.mutateAsync({ groupId, pressId })),
  };
}
