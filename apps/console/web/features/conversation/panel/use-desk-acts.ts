import { useToast } from "@botdeck/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { inferRouterInputs } from "@trpc/server";
import { useTranslations } from "use-intl";

import type { AppRouter } from "../../../../server/root.ts";
import { useTRPC } from "../../../trpc.ts";
import type { Desk } from "./use-desk.ts";
import { useFailureToast } from "./use-failure-toast.ts";

type Inputs = inferRouterInputs<AppRouter>["conversation"];
export type PassTarget = Inputs["passOn"]["to"];

/** What the reader can do with who leads. Each is shown at once where it is sure, said when it is done, and taken back when it is refused. */
export function useDeskActs(id: string) {
  const t = useTranslations("desk.done");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const fail = useFailureToast();
  const deskKey = trpc.conversation.desk.queryKey({ id });
  const { mutateAsync: takeOver, isPending: isTaking } = useMutation(trpc.conversation.takeOver.mutationOptions());
  const { mutateAsync: giveBack, isPending: isGiving } = useMutation(trpc.conversation.giveBack.mutationOptions());
  const { mutateAsync: passOn, isPending: isPassing } = useMutation(trpc.conversation.passOn.mutationOptions());
  const { mutateAsync: setTopic, isPending: isNaming } = useMutation(trpc.conversation.setTopic.mutationOptions());
  const { mutateAsync: close, isPending: isClosing } = useMutation(trpc.conversation.close.mutationOptions());

  /** The next act names the version that this one has made. */
  async function readAnew(): Promise<void> {
    await Promise.all([
      queryClient.invalidateQueries(trpc.conversation.byId.queryFilter({ id })),
      queryClient.invalidateQueries(trpc.conversation.desk.queryFilter({ id })),
      queryClient.invalidateQueries(trpc.conversation.details.queryFilter({ id })),
    ]);
  }

  /** @param shown How the desk looks if it goes well; left out where only the server knows. */
  async function act<Result>(
    work: (seen: { id: string; expectedVersion: number }) => Promise<Result>,
    { shown, onDone }: { shown?: Partial<Desk>; onDone: (result: Result) => void },
  ): Promise<boolean> {
    const before = queryClient.getQueryData(deskKey);
    if (before === undefined) return false;
    await queryClient.cancelQueries({ queryKey: deskKey });
    if (shown !== undefined) queryClient.setQueryData(deskKey, { ...before, ...shown });
    try {
      const result = await work({ id, expectedVersion: before.ownerVersion });
      await readAnew();
      onDone(result);
      return true;
    } catch (error) {
      queryClient.setQueryData(deskKey, before);
      fail(error);
      void readAnew();
      return false;
    }
  }

  /** After what was just done; the bot may have left the chat with it, and whose words would get to nobody is refused. */
  const mayTakeOver = () => queryClient.getQueryData(deskKey)?.may.takeOver === true;

  const acts = {
    isBusy: isTaking || isGiving || isPassing || isNaming || isClosing,

    // What it did stands where one writes.
    takeOver: () => act(takeOver, { onDone: () => {} }),

    giveBack: (saysWord: boolean) =>
      act((seen) => giveBack({ ...seen, saysWord }), {
        onDone: () =>
          toast.show({
            title: t("giveBack"),
            ...(mayTakeOver() && { action: { label: t("takeAgain"), onPress: () => void acts.takeOver() } }),
          }),
      }),

    passOn: (to: PassTarget, reason: string | null) =>
      act((seen) => passOn({ ...seen, to, reason }), { onDone: () => toast.show({ title: t("passOn") }) }),

    setTopic: (topic: string, before: string | null) =>
      act((seen) => setTopic({ ...seen, topic }), {
        onDone: () =>
          toast.show({
            title: t("setTopic"),
            ...(before !== null && {
              action: { label: t("undo"), onPress: () => void acts.setTopic(before, null) },
            }),
          }),
      }),

    close: (reason: string | null) =>
      act((seen) => close({ ...seen, reason }), {
        onDone: ({ where }) =>
          toast.show({
            title: t("close"),
            text: t(where === "here" ? "closedHere" : "closedEverywhere"),
            ...(mayTakeOver() && { action: { label: t("reopen"), onPress: () => void acts.takeOver() } }),
          }),
      }),
  };
  return acts;
}

export type DeskActs = ReturnType<typeof useDeskActs>;
