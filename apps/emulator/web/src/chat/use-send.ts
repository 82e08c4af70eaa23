import { useRef, useState } from "react";
import type { Person } from "../api/types.ts";
import { useProblemText } from "../api/use-problem-text.ts";
import { usePortal } from "../live/portal-context.ts";
import type { Attachments } from "./use-attachments.ts";

type Options = {
  player: Person;
  dialogId: string;
  onDraft: (change: (before: string) => string) => void;
  attachments: Attachments;
};

/**
 * Sends what is written. The input is free again at once, and the messages still arrive in the order they were sent;
 * what fails comes back into the input.
 */
export function useSend({ player, dialogId, onDraft, attachments }: Options) {
  const { api } = usePortal();
  const problemText = useProblemText();
  const [problem, setProblem] = useState<string | null>(null);
  const last = useRef<Promise<unknown>>(Promise.resolve());

  async function send(text: string): Promise<void> {
    const files = attachments.takeAll();
    setProblem(null);
    onDraft(() => "");
    const turn = last.current.then(() =>
      api.write(
        player.id,
        dialogId,
        text,
        files.map(({ name, contentBase64 }) => ({ name, contentBase64 })),
      ),
    );
    last.current = turn.catch(() => undefined);
    try {
      await turn;
    } catch (error) {
      onDraft((since) => [text, since].filter(Boolean).join("\n"));
      attachments.putBack(files);
      setProblem(problemText(error));
    }
  }
  return { send, problem };
}
