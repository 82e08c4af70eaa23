import { Button, Dialog } from "@botdeck/ui";
import { type ReactNode, useId } from "react";
import { useTranslations } from "use-intl";

type Props = {
  title: string;
  text?: string;
  labels: { cancel: string; submit: string };
  /** "danger" for what takes something away. */
  variant?: "primary" | "danger";
  isOpen?: boolean;
  isBusy?: boolean;
  isDisabled?: boolean;
  onClose: () => void;
  onSubmit: () => void;
  /** Fields; what is wrong with them, they say themselves. */
  children: ReactNode;
};

/** A question that is answered by fields: Enter answers as the button does, Escape takes the question back. */
export function FormDialog({
  title,
  text,
  labels,
  variant = "primary",
  isOpen = true,
  isBusy = false,
  isDisabled = false,
  onClose,
  onSubmit,
  children,
}: Props) {
  const t = useTranslations("app");
  const formId = useId();
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      title={title}
      text={text}
      closeLabel={t("close")}
      footer={
        <>
          <Button onClick={onClose}>{labels.cancel}</Button>
          <Button type="submit" form={formId} variant={variant} isBusy={isBusy} disabled={isDisabled}>
            {labels.submit}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
      </form>
    </Dialog>
  );
}
