import { IconButton, Menu, MenuItem, MenuSeparator, useToast } from "@botdeck/ui";
import { Copy, Ellipsis, Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Message } from "../api/types.ts";
import { useProblemText } from "../api/use-problem-text.ts";
import { plainBb } from "../bb/bb-node.ts";
import { parseBb } from "../bb/parse-bb.ts";
import { usePortal } from "../live/portal-context.ts";
import { usePress } from "./press-context.ts";
import { REACTIONS, ReactionSign, useReact } from "./reactions.tsx";

/** What the reader can do with a message: react and copy; edit and delete their own. */
export function MessageActions({ message, onEdit }: { message: Message; onEdit: (message: Message) => void }) {
  const t = useTranslations();
  const toast = useToast();
  const problemText = useProblemText();
  const { api } = usePortal();
  const press = usePress();
  const react = useReact(message);
  const isOwn = message.authorId === press.player.id;

  async function remove(): Promise<void> {
    try {
      await api.remove(press.player.id, message.id);
    } catch (error) {
      toast.show({ tone: "danger", title: t("problem.remove"), text: problemText(error) });
    }
  }

  return (
    <Menu
      trigger={<IconButton size="sm" label={t("chat.actions")} icon={<Ellipsis aria-hidden />} />}
      align={isOwn ? "end" : "start"}
    >
      <div className="flex gap-0.5">
        {REACTIONS.map((code) => (
          <MenuItem
            key={code}
            aria-label={t(`reactions.${code}`)}
            className="justify-center px-2"
            onClick={() => react(code)}
          >
            <ReactionSign code={code} />
          </MenuItem>
        ))}
      </div>
      <MenuSeparator />
      {message.text && (
        <MenuItem onClick={() => press.copy(plainBb(parseBb(message.text)))}>
          <Copy aria-hidden />
          {t("chat.copy")}
        </MenuItem>
      )}
      {isOwn && (
        <>
          <MenuItem onClick={() => onEdit(message)}>
            <Pencil aria-hidden />
            {t("chat.edit")}
          </MenuItem>
          <MenuItem onClick={() => void remove()}>
            <Trash2 aria-hidden />
            {t("chat.delete")}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
