import { Dialog, Skeleton } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";

import { FailedState } from "../../components/failed-state.tsx";
import { RoomTexts } from "../../i18n/room-texts.tsx";
import { useNames } from "../../i18n/use-names.ts";
import { useTRPC } from "../../trpc.ts";
import { DialogPicture } from "../bot/dialogs/dialog-picture.tsx";

type Props = { botId: string; dialog: { name: string; at: string }; onClose: () => void };

/** The dialog under way as a picture beside the conversation, with the step at which it stands. */
export function PictureDrawer({ botId, dialog, onClose }: Props) {
  const t = useTranslations("details");
  const tApp = useTranslations("app");
  const nameOf = useNames();
  const { data, error, refetch } = useQuery(useTRPC().bot.dialogs.queryOptions({ botId }));
  const shown = data?.dialogs.find(({ graph }) => graph.name === dialog.name);
  // A conversation may stand in a version of before, at a step that is no more.
  const at = shown?.graph.nodes.some(({ id }) => id === dialog.at) ? dialog.at : null;
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      side="right"
      title={nameOf("dialog", dialog.name)}
      text={at === null ? t("stepGone") : t("standsAt", { step: nameOf("dialog", at) })}
      closeLabel={tApp("close")}
    >
      {error !== null && data === undefined && (
        <FailedState title={t("failed")} error={error} onRetry={() => void refetch()} />
      )}
      {error === null && data === undefined && <Skeleton className="h-40 w-full" />}
      {data !== undefined && shown === undefined && <p className="text-ink-muted">{t("noPicture")}</p>}
      {shown !== undefined && (
        <div
          tabIndex={0}
          role="group"
          aria-label={nameOf("dialog", dialog.name)}
          className="h-full overflow-auto -outline-offset-2"
        >
          <RoomTexts room="bots" fallback={<Skeleton className="h-40 w-full" />}>
            <DialogPicture dialog={shown} at={at} />
          </RoomTexts>
        </div>
      )}
    </Dialog>
  );
}
