import { IconButton, Skeleton } from "@botdeck/ui";
import { ArrowLeft, X } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslations } from "use-intl";

type Props = {
  /** The conversation, once it can be used. */
  openId?: string;
  /** Who it is; a placeholder until that is known. */
  heading: ReactNode;
  aside?: ReactNode;
  onClose: () => void;
  children: ReactNode;
};

/** What stands around an open conversation from its first moment on: its head, with the ways out, over the rest. */
export function PanelFrame({ openId, heading, aside, onClose, children }: Props) {
  const t = useTranslations("conversation");
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // On a phone the list goes away with the link that was pressed; the focus must not get lost with it.
    if (document.activeElement?.checkVisibility() !== true || document.activeElement === document.body) {
      frame.current?.focus();
    }
  }, []);
  return (
    <div ref={frame} tabIndex={-1} className="flex h-full flex-col outline-none" data-open-conversation={openId}>
      <header className="flex items-center gap-2 border-b border-line py-3 pr-3 pl-4 max-lg:pl-2">
        <IconButton className="lg:hidden" label={t("back")} icon={<ArrowLeft aria-hidden />} onClick={onClose} />
        <div className="min-w-0 flex-1">{heading ?? <HeadingSkeleton />}</div>
        {aside}
        <IconButton className="max-lg:hidden" label={t("close")} icon={<X aria-hidden />} onClick={onClose} />
      </header>
      {children}
    </div>
  );
}

function HeadingSkeleton() {
  return (
    <div className="flex flex-col gap-2">
      <Skeleton className="w-32" />
      <Skeleton className="w-48" />
    </div>
  );
}
