import { Toast as BaseToast } from "@base-ui/react/toast";
import { TriangleAlert, X } from "lucide-react";
import type { ReactNode } from "react";
import { buttonLook } from "./button.tsx";
import { cn } from "./cn.ts";

export type Toast = {
  title: string;
  text?: string;
  tone?: "neutral" | "danger";
  /** What can be done about it, such as taking it back. */
  action?: { label: string; onPress: () => void };
};

export type ToastProviderProps = {
  closeLabel: string;
  /** The corner on the right: "top" where one writes at the bottom of the page. */
  corner?: "top" | "bottom";
  children: ReactNode;
};

const CORNER = { top: "top-14", bottom: "bottom-4" };

/** Place once around the app; the toasts stand in its corner. */
export function ToastProvider({ closeLabel, corner = "bottom", children }: ToastProviderProps) {
  return (
    <BaseToast.Provider>
      {children}
      <BaseToast.Portal>
        <BaseToast.Viewport
          className={cn("fixed right-4 z-50 flex w-[min(22rem,calc(100vw-2rem))] flex-col gap-2", CORNER[corner])}
        >
          <ToastList closeLabel={closeLabel} />
        </BaseToast.Viewport>
      </BaseToast.Portal>
    </BaseToast.Provider>
  );
}

/** Gives `show`: says something that needs no answer. An error in a form belongs beside its field instead. */
export function useToast(): { show: (toast: Toast) => void } {
  const manager = BaseToast.useToastManager();
  return {
    show: ({ title, text, tone = "neutral", action }) => {
      const id = manager.add({
        title,
        description: text,
        type: tone,
        priority: tone === "danger" ? "high" : "low",
        ...(action && { actionProps: { children: action.label, onClick: press } }),
      });
      function press() {
        manager.close(id);
        action?.onPress();
      }
    },
  };
}

function ToastList({ closeLabel }: { closeLabel: string }) {
  const { toasts } = BaseToast.useToastManager();
  return toasts.map((toast) => (
    <BaseToast.Root
      key={toast.id}
      toast={toast}
      className={cn(
        "flex animate-fade-in items-start gap-2 rounded-lg border border-line bg-raised p-3 shadow-popup",
        toast.type === "danger" && "bg-danger-tint",
      )}
    >
      {toast.type === "danger" && <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />}
      <div className="min-w-0 flex-1">
        <BaseToast.Title className="font-medium" />
        <BaseToast.Description className="text-sm wrap-anywhere text-ink" />
      </div>
      <BaseToast.Action className={buttonLook({ size: "sm" })} />
      <BaseToast.Close
        aria-label={closeLabel}
        className={cn(buttonLook({ variant: "ghost", size: "sm" }), "size-6 px-0")}
      >
        <X aria-hidden />
      </BaseToast.Close>
    </BaseToast.Root>
  ));
}
