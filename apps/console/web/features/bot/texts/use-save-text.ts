import { useToast } from "@botdeck/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "use-intl";

import type { AppRouter } from "../../../../server/root.ts";
import { failureOf, useTRPC } from "../../../trpc.ts";

export type TextProblem = Extract<inferRouterOutputs<AppRouter>["bot"]["putText"], { kind: "refused" }>["problem"];

/** Saves a text in one language, says so, and offers to take it back. */
export function useSaveText(botId: string, key: string, language: "en" | "ru") {
  const t = useTranslations("texts");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const { mutateAsync, isPending } = useMutation(trpc.bot.putText.mutationOptions());

  async function send(text: string | null, before: string | null): Promise<TextProblem | "failed" | null> {
    try {
      const result = await mutateAsync({ botId, key, language, text, before });
      if (result.kind === "refused") return result.problem;
      await queryClient.invalidateQueries(trpc.bot.texts.queryFilter({ botId }));
      return null;
    } catch (error) {
      const isConflict = failureOf(error).code === "CONFLICT";
      toast.show({ title: t(isConflict ? "conflict" : "failed"), tone: "danger" });
      if (isConflict) await queryClient.invalidateQueries(trpc.bot.texts.queryFilter({ botId }));
      return "failed";
    }
  }

  return {
    isPending,
    /**
     * @param text Null takes the bot's own words back.
     * @param before What the portal said until now; null when that was the bot's own.
     * @returns Why it was refused, or null.
     */
    async put(text: string | null, before: string | null): Promise<TextProblem | "failed" | null> {
      const problem = await send(text, before);
      if (problem !== null) return problem;
      const undo = async () => {
        if ((await send(before, text)) === null) toast.show({ title: t("undone") });
      };
      toast.show({
        title: t(text === null ? "wasReset" : "saved"),
        text: key,
        action: { label: t("undo"), onPress: () => void undo() },
      });
      return null;
    },
  };
}
