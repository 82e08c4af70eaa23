import { useToast } from "@botdeck/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";

import { useTRPC } from "../../../trpc.ts";
import { useIntentName } from "../use-intent-name.ts";
import { useTellFailure } from "../use-tell-failure.ts";

export type Decision =
  | { id: string; state: "assigned"; intent: string }
  | { id: string; state: "skipped" | "new"; intent: null };
export type Wish = { state: "assigned"; intent: string } | { state: "skipped" | "new"; intent: null };

/** Chosen so often lately that it is worth a key. */
const MOST_LATELY = 4;

type Options = {
  hide: (ids: readonly string[]) => void;
  show: (ids: readonly string[]) => void;
};

/** Says what phrases mean: at once on the page, with the way back; undone when the server refuses. */
export function useDecide({ hide, show }: Options) {
  const t = useTranslations("training.inbox");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const fail = useTellFailure();
  const nameOf = useIntentName();
  const [lately, setLately] = useState<readonly string[]>([]);
  /** What the latest act has replaced. */
  const undoable = useRef<readonly Decision[]>([]);
  const { mutateAsync } = useMutation(trpc.training.decide.mutationOptions());

  async function send(botCode: string, decisions: readonly Decision[]): Promise<readonly Decision[] | null> {
    const ids = decisions.map(({ id }) => id);
    try {
      const before = await mutateAsync({ botCode, decisions: [...decisions] });
      return before.map(({ id, state, intent }): Decision =>
        state === "assigned" && intent !== null
          ? { id, state, intent }
          : { id, state: state === "skipped" ? "skipped" : "new", intent: null },
      );
    } catch (error) {
      show(ids);
      fail(error);
      return null;
    } finally {
      void queryClient.invalidateQueries(trpc.training.pathFilter());
    }
  }

  async function undo(botCode: string): Promise<void> {
    const decisions = undoable.current;
    if (decisions.length === 0) return;
    undoable.current = [];
    show(decisions.map(({ id }) => id));
    if ((await send(botCode, decisions)) !== null) toast.show({ title: t("undone", { count: decisions.length }) });
  }

  /** @param isLeaving What is decided stands in another list then. */
  async function decide(botCode: string, ids: readonly string[], wish: Wish, isLeaving: boolean): Promise<void> {
    if (ids.length === 0) return;
    // Elsewhere they may have been decided before, and come back now.
    show(ids);
    if (isLeaving) hide(ids);
    if (wish.state === "assigned") {
      const { intent } = wish;
      setLately((before) => [intent, ...before.filter((one) => one !== intent)].slice(0, MOST_LATELY));
    }
    const before = await send(
      botCode,
      ids.map((id) => ({ id, ...wish })),
    );
    if (before === null) return;
    undoable.current = before;
    const title =
      wish.state === "assigned"
        ? t("assigned", { count: ids.length, intent: nameOf(wish.intent) })
        : t(wish.state === "skipped" ? "skipped" : "reopened", { count: ids.length });
    toast.show({ title, action: { label: t("undo"), onPress: () => void undo(botCode) } });
  }

  return { decide, undo, lately };
}
