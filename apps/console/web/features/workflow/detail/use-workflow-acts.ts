import { useToast } from "@botdeck/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";

import { failureOf, useTRPC } from "../../../trpc.ts";
import type { OpenedWorkflow } from "./opened-workflow.ts";

/** What can be done to a workflow: shown at once, taken back when it fails, and said either way. */
export function useWorkflowActs(id: string) {
  const t = useTranslations("workflows");
  const tErrors = useTranslations("errors");
  const { show } = useToast();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const stop = useMutation(trpc.workflow.stop.mutationOptions());
  const nudge = useMutation(trpc.workflow.nudge.mutationOptions());
  const retry = useMutation(trpc.workflow.retryStep.mutationOptions());
  const terminate = useMutation(trpc.workflow.terminate.mutationOptions());
  const { queryKey } = trpc.workflow.get.queryOptions({ id });

  async function attempt(
    work: () => Promise<unknown>,
    said: { title: string; text?: string },
    shown: Partial<OpenedWorkflow> = {},
  ): Promise<boolean> {
    await queryClient.cancelQueries({ queryKey });
    const before = queryClient.getQueryData(queryKey);
    if (before !== undefined) queryClient.setQueryData(queryKey, { ...before, ...shown });
    try {
      await work();
      show(said);
      return true;
    } catch (error) {
      if (before !== undefined) queryClient.setQueryData(queryKey, before);
      tellFailure(error);
      return false;
    } finally {
      void queryClient.invalidateQueries(trpc.workflow.pathFilter());
    }
  }

  function tellFailure(error: unknown): void {
    const { code, requestId } = failureOf(error);
    // Of these the server tells in words that it has for people.
    const isTold =
      error instanceof Error && ["CONFLICT", "NOT_FOUND", "BAD_REQUEST", "SERVICE_UNAVAILABLE"].includes(code);
    const text = isTold ? error.message : tErrors(code === "unreachable" ? "codes.unreachable" : "codes.other");
    const request = requestId === null ? "" : ` ${tErrors("requestId", { id: requestId })}`;
    show({ title: t("act.failed"), text: `${text}${request}`, tone: "danger" });
  }

  return {
    isNudging: nudge.isPending,
    isRetrying: retry.isPending,
    nudge: () => attempt(() => nudge.mutateAsync({ id }), { title: t("act.nudged") }),
    retry: (stepId: string) => attempt(() => retry.mutateAsync({ id, stepId }), { title: t("stuck.trying") }),
    stop: (reason: string) =>
      attempt(
        () => stop.mutateAsync({ id, reason }),
        { title: t("act.stopped"), text: t("act.stoppedText") },
        { isStopping: true },
      ),
    terminate: (reason: string) =>
      attempt(
        () => terminate.mutateAsync({ id, reason }),
        { title: t("act.terminated") },
        { state: "ended", outcome: "terminated", step: null },
      ),
  };
}
export type WorkflowActs = ReturnType<typeof useWorkflowActs>;
