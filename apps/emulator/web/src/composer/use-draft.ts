import { useState } from "react";
import type { Message, Person } from "../api/types.ts";
import { useProblemText } from "../api/use-problem-text.ts";
import type { Attachments } from "../chat/use-attachments.ts";
import { useSend } from "../chat/use-send.ts";
import { usePortal } from "../live/portal-context.ts";
import { type Mention, readMentions, withMentions } from "./completion.ts";

export type Draft = {
  text: string;
  set: (text: string) => void;
  /** The sent message whose text this is; null for a new one. */
  editing: Message | null;
  startEdit: (message: Message) => void;
  cancelEdit: () => void;
  addMention: (person: Person) => void;
  submit: () => Promise<void>;
  /** Writes something else than the draft, which stays. */
  send: (text: string) => Promise<void>;
  problem: string | null;
};

/** What a person is about to write in a dialog, or to change in it. */
export function useDraft(player: Person, dialogId: string, attachments: Attachments): Draft {
  const { api } = usePortal();
  const problemText = useProblemText();
  const [text, setText] = useState("");
  const [mentions, setMentions] = useState<readonly Mention[]>([]);
  const [editing, setEditing] = useState<Message | null>(null);
  const [editProblem, setEditProblem] = useState<string | null>(null);
  const { send, problem } = useSend({ player, dialogId, onDraft: setText, attachments });

  const cancelEdit = () => {
    setEditing(null);
    setText("");
    setEditProblem(null);
  };

  async function saveEdit(message: Message): Promise<void> {
    try {
      await api.edit(player.id, message.id, withMentions(text, mentions));
      cancelEdit();
    } catch (error) {
      setEditProblem(problemText(error));
    }
  }

  return {
    text,
    set: setText,
    editing,
    startEdit(message) {
      const { draft, mentions: mentioned } = readMentions(message.text);
      setEditing(message);
      setMentions((before) => [...before, ...mentioned]);
      setText(draft);
    },
    cancelEdit,
    addMention: ({ id, name }) => setMentions((before) => [...before, { label: name, personId: id }]),
    submit: () => (editing ? saveEdit(editing) : send(withMentions(text, mentions))),
    send: (words) => send(words),
    problem: editProblem ?? problem,
  };
}
