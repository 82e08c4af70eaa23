import { Button, IconButton, Menu, MenuItem, MenuSeparator } from "@botdeck/ui";
import { Archive, ArrowLeftRight, Bot, Ellipsis, ExternalLink, Tag, VolumeX } from "lucide-react";
import { useTranslations } from "use-intl";

import { useKeys } from "../../../components/use-keys.ts";
import { useOneOpen } from "../../../components/use-one-open.ts";
import { CloseDialog } from "./close-dialog.tsx";
import { PassOnDialog } from "./pass-on-dialog.tsx";
import { TopicDialog } from "./topic-dialog.tsx";
import type { DeskActs } from "./use-desk-acts.ts";
import type { Desk } from "./use-desk.ts";

type Props = { id: string; topic: string | null; desk: Desk; acts: DeskActs };

/** What can be done with the conversation: the next step as buttons, the rest in a menu. */
export function DeskBar({ id, topic, desk, acts }: Props) {
  const t = useTranslations("desk");
  const { open, setOpen, shut } = useOneOpen<"pass" | "topic" | "close">();
  const { may, portalChatUrl } = desk;
  useKeys({
    ...(may.takeOver && { KeyT: () => void acts.takeOver() }),
    ...(may.giveBack && { KeyB: () => void acts.giveBack(true) }),
    ...(may.passOn && { KeyA: () => setOpen("pass") }),
    ...(may.close && { KeyE: () => setOpen("close") }),
  });
  const hasMenu = may.setTopic || may.close || portalChatUrl !== null;
  if (!may.giveBack && !may.passOn && !hasMenu) return null;
  return (
    <div
      role="toolbar"
      aria-label={t("actions")}
      className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-2 max-lg:px-3 max-sm:gap-1.5 max-sm:[&>button:not([aria-label])_svg]:hidden"
    >
      {may.giveBack && (
        <Button size="sm" disabled={acts.isBusy} onClick={() => void acts.giveBack(true)}>
          <Bot aria-hidden />
          {t("giveBack")}
        </Button>
      )}
      {may.passOn && (
        <Button size="sm" disabled={acts.isBusy} onClick={() => setOpen("pass")}>
          <ArrowLeftRight aria-hidden />
          {t("passOn")}
        </Button>
      )}
      {may.close && (
        <Button size="sm" disabled={acts.isBusy} onClick={() => setOpen("close")}>
          <Archive aria-hidden />
          {t("close")}
        </Button>
      )}
      {hasMenu && (
        <Menu
          align="end"
          trigger={<IconButton size="sm" className="ml-auto" label={t("more")} icon={<Ellipsis aria-hidden />} />}
        >
          {may.setTopic && (
            <MenuItem onClick={() => setOpen("topic")}>
              <Tag aria-hidden />
              {t("setTopic")}
            </MenuItem>
          )}
          {may.giveBack && (
            <MenuItem onClick={() => void acts.giveBack(false)}>
              <VolumeX aria-hidden />
              {t("giveBackSilently")}
            </MenuItem>
          )}
          {portalChatUrl !== null && (
            <>
              {may.setTopic && <MenuSeparator />}
              <MenuItem onClick={() => window.open(portalChatUrl, "_blank", "noopener,noreferrer")}>
                <ExternalLink aria-hidden />
                {t("openInPortal")}
              </MenuItem>
            </>
          )}
        </Menu>
      )}
      {open === "pass" && <PassOnDialog id={id} acts={acts} onClose={shut("pass")} />}
      {open === "topic" && <TopicDialog topic={topic} acts={acts} onClose={shut("topic")} />}
      {open === "close" && <CloseDialog desk={desk} acts={acts} onClose={shut("close")} />}
    </div>
  );
}
