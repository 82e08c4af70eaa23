import { useToast } from "@botdeck/ui";
import { useState } from "react";
import { useTranslations } from "use-intl";

import { failureOf } from "../../../../trpc.ts";
import type { SettingProblem } from "./problem-words.ts";

/** `hint`: what else whoever saved should know. */
type Saved = { kind: "saved"; hint?: string } | { kind: "refused"; problems: SettingProblem[] };

type Options = {
  /** Has what is shown read anew. */
  read: () => Promise<unknown>;
  /** Somebody else was faster; what they did has been read. */
  onConflict: () => void;
};

/** Saves what is written or takes it away, and says what came of it. Each gives true when it was done. */
export function useSaving({ read, onConflict }: Options) {
  const t = useTranslations("notifications");
  const toast = useToast();
  const [problems, setProblems] = useState<readonly SettingProblem[]>([]);

  async function attempt<Result>(act: () => Promise<Result>): Promise<Result | null> {
    try {
      return await act();
    } catch (error) {
      const isConflict = failureOf(error).code === "CONFLICT";
      toast.show({ title: t(isConflict ? "conflict" : "notSaved"), tone: "danger" });
      await read();
      if (isConflict) onConflict();
      return null;
    }
  }

  return {
    problems,
    setProblems,
    async save(name: string, act: () => Promise<Saved>): Promise<boolean> {
      const result = await attempt(act);
      if (result === null) return false;
      setProblems(result.kind === "refused" ? result.problems : []);
      // What is wrong is marked, and how much stands beside the button.
      if (result.kind === "refused") return false;
      toast.show({ title: t("onCall.editing.saved", { name }), ...(result.hint && { text: result.hint }) });
      await read();
      return true;
    },
    /** @param act Gives why it could not be, in words; null when it is done. */
    async remove(name: string, act: () => Promise<string | null>): Promise<boolean> {
      const result = await attempt(async () => ({ hindrance: await act() }));
      if (result === null) return false;
      if (result.hindrance === null) toast.show({ title: t("onCall.editing.removed", { name }) });
      else toast.show({ title: result.hindrance, tone: "danger" });
      await read();
      return result.hindrance === null;
    },
  };
}
