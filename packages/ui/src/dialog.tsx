import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { buttonLook } from "./button.tsx";
import { cn } from "./cn.ts";

export type DialogProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: ReactNode;
  text?: ReactNode;
  closeLabel: string;
  /** "center" asks or edits; "right" is a drawer that shows something beside the page. */
  side?: "center" | "right";
  /** Room for what has long lines; only in the center. */
  isWide?: boolean;
  children?: ReactNode;
  /** Buttons, the main one last. */
  footer?: ReactNode;
};

const PLACE = {
  center:
    "top-1/2 left-1/2 max-h-[85dvh] w-[min(30rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 rounded-xl border border-line",
  right: "inset-y-0 right-0 w-[min(26rem,100vw)] border-l border-line",
};

const WIDE = "w-[min(48rem,calc(100vw-2rem))]";

export function Dialog({
  isOpen,
  onOpenChange,
  title,
  text,
  closeLabel,
  side = "center",
  isWide = false,
  children,
  footer,
}: DialogProps) {
  return (
    <BaseDialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <BaseDialog.Portal>
        {/* Of a dialog that another asks from, too: it lies between the two. */}
        <BaseDialog.Backdrop
          forceRender
          className="fixed inset-0 z-40 animate-fade-in bg-[oklch(0.15_0.01_260/0.45)]"
        />
        <BaseDialog.Popup
          className={cn("fixed z-40 flex flex-col bg-surface shadow-popup outline-none", PLACE[side], isWide && WIDE)}
        >
          <header className="flex items-start gap-3 border-b border-line px-4 py-3">
            <div className="min-w-0 flex-1">
              <BaseDialog.Title className="text-lg font-semibold">{title}</BaseDialog.Title>
              {text && <BaseDialog.Description className="text-base text-ink-muted">{text}</BaseDialog.Description>}
            </div>
            <BaseDialog.Close
              aria-label={closeLabel}
              className={cn(buttonLook({ variant: "ghost", size: "sm" }), "size-7 px-0")}
            >
              <X aria-hidden />
            </BaseDialog.Close>
          </header>
          {children && <div className="min-h-0 flex-1 overflow-y-auto p-4">{children}</div>}
          {footer && <footer className="flex justify-end gap-2 border-t border-line px-4 py-3">{footer}</footer>}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
