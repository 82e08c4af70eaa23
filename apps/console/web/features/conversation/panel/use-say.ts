import { useMutation, useQueryClient } from "@tanstack/react-query";

import { useTRPC } from "../../../trpc.ts";
import type { ShownMessage } from "../group-messages.ts";
import { keepDraftId, takeDraftId } from "./draft-id.ts";
import { useFailureToast } from "./use-failure-toast.ts";

/** Writes replies and notes; each is shown at once, and taken back when it is refused. */
export function useSay(id: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const fail = useFailureToast();
  const messages = trpc.conversation.messages.infiniteQueryKey({ conversationId: id });
  const notes = trpc.conversation.notes.queryKey({ id });
  const me = queryClient.getQueryData(trpc.session.me.queryKey());
  const { mutateAsync: reply } = useMutation(trpc.conversation.reply.mutationOptions());
  const { mutateAsync: addNote } = useMutation(trpc.conversation.addNote.mutationOptions());

  async function untilWritten(work: () => Promise<unknown>, takeBack: () => void): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      takeBack();
      fail(error);
      void queryClient.invalidateQueries(trpc.conversation.desk.queryFilter({ id }));
      return false;
    }
  }

  return {
    /** @returns False when it was not said. */
    async reply(text: string, expectedVersion: number): Promise<boolean> {
      const draft = { conversationId: id, kind: "reply", text } as const;
      const replyId = takeDraftId(draft);
      const shown = shownReply(replyId, text, me?.name ?? "");
      await queryClient.cancelQueries({ queryKey: messages });
      queryClient.setQueryData(messages, (data) => {
        const [newest, ...earlier] = data?.pages ?? [];
        if (data === undefined || newest === undefined) return data;
        return { ...data, pages: [{ ...newest, rows: [...newest.rows, shown] }, ...earlier] };
      });
      const takeBack = () => {
        keepDraftId(draft, replyId);
        queryClient.setQueryData(messages, (data) => {
          if (data === undefined) return data;
          const pages = data.pages.map((page) => ({ ...page, rows: page.rows.filter((row) => row.id !== shown.id) }));
          return { ...data, pages };
        });
      };
      return await untilWritten(async () => {
        await reply({ id, expectedVersion, text, replyId });
        await queryClient.invalidateQueries(trpc.conversation.messages.infiniteQueryFilter({ conversationId: id }));
      }, takeBack);
    },

    /** @returns False when it was not written. */
    async note(text: string): Promise<boolean> {
      const draft = { conversationId: id, kind: "note", text } as const;
      const noteId = takeDraftId(draft);
      const shown = { id: noteId, isMine: true, authorName: me?.name ?? "", text, at: new Date().toISOString() };
      await queryClient.cancelQueries({ queryKey: notes });
      queryClient.setQueryData(notes, (before) => [...(before ?? []), shown]);
      const takeBack = () => {
        keepDraftId(draft, noteId);
        queryClient.setQueryData(notes, (all) => all?.filter((one) => one.id !== noteId));
      };
      return await untilWritten(async () => {
        await addNote({ id, noteId, text });
        await queryClient.invalidateQueries(trpc.conversation.notes.queryFilter({ id }));
      }, takeBack);
    },
  };
}

/** As it will look once it is written. */
function shownReply(replyId: string, text: string, authorName: string): ShownMessage {
  return {
    id: replyId,
    seq: Number.MAX_SAFE_INTEGER,
    author: "operator",
    authorName,
    text,
    buttons: null,
    card: null,
    files: null,
    understood: null,
    correctedTo: null,
    at: new Date().toISOString(),
    delivery: "waiting",
    deliveryError: null,
  };
}
