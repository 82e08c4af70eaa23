import { buttonLook, cn, Spinner, useToast } from "@botdeck/ui";
import { Copy, ExternalLink, MessageCircle, Phone } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { KeyboardButton, Message } from "../api/types.ts";
import { useProblemText } from "../api/use-problem-text.ts";
import { usePortal } from "../live/portal-context.ts";
import { type ButtonTone, keyboardRows, type ShownButton } from "./keyboard-rows.ts";
import { usePress } from "./press-context.ts";

const TONE: Record<ButtonTone, string> = {
  primary: "border-transparent bg-accent text-accent-ink enabled:hover:bg-accent-strong",
  secondary: "text-accent enabled:hover:bg-accent-tint",
  alert: "border-transparent bg-danger-solid text-danger-solid-ink enabled:hover:opacity-90",
  base: "bg-sunken text-ink enabled:hover:bg-line",
};
const DISPLAY: Record<ShownButton["display"], string> = { block: "w-full", line: "", even: "grow" };
const SIGN: Record<string, typeof Copy> = { COPY: Copy, CALL: Phone, DIALOG: MessageCircle };

/** The buttons under a message. PUT, COPY, CALL and DIALOG act in the page, as on a portal; the rest is the portal's. */
export function MessageKeyboard({ message }: { message: Message }) {
  const t = useTranslations();
  const toast = useToast();
  const problemText = useProblemText();
  const press = usePress();
  const { api } = usePortal();
  const [busy, setBusy] = useState<number | null>(null);

  async function onPress({ index }: ShownButton): Promise<void> {
    const button = message.keyboard[index];
    if (button && actHere(button)) return;
    setBusy(index);
    try {
      const { handled } = await api.press(press.player.id, message.id, index);
      if (handled === "nothing") toast.show({ title: t("chat.nothingDone"), text: t("chat.nothingDoneText") });
    } catch (error) {
      toast.show({ tone: "danger", title: t("problem.press"), text: problemText(error) });
    } finally {
      setBusy(null);
    }
  }

  function actHere({ ACTION: action, ACTION_VALUE: given }: KeyboardButton): boolean {
    const value = String(given ?? "");
    if (action === "PUT") press.put(value);
    else if (action === "COPY") press.copy(value);
    else if (action === "CALL") press.call(value);
    else if (action === "DIALOG" && value.startsWith("chat")) press.openChat(value.slice("chat".length));
    else if (action === "DIALOG") press.openPerson(value);
    else return false;
    return true;
  }

  return (
    <div role="group" aria-label={t("chat.keyboard")} className="flex w-full max-w-md min-w-40 flex-col gap-1.5">
      {keyboardRows(message.keyboard, location.origin).map((row) => (
        <div key={row[0]?.index} className="flex flex-wrap gap-1.5">
          {row.map((button) => (
            <OneButton
              key={button.index}
              button={button}
              action={message.keyboard[button.index]?.ACTION}
              isBusy={busy === button.index}
              onPress={() => void onPress(button)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

type OneButtonProps = { button: ShownButton; action: string | undefined; isBusy: boolean; onPress: () => void };

function OneButton({ button, action, isBusy, onPress }: OneButtonProps) {
  const { text, href, isDisabled, display, widthPx, tone, colors } = button;
  const look = cn(
    buttonLook({ size: "sm" }),
    "h-auto min-h-8 shrink py-1 text-base whitespace-normal",
    DISPLAY[display],
    !isDisabled && TONE[tone],
    colors && "border-transparent",
  );
  const style = { ...(widthPx ? { width: widthPx, flexGrow: 0 } : {}), ...colors };
  if (href && !isDisabled) {
    return (
      <a href={href} target="_blank" rel="noopener noreferrer nofollow" className={look} style={style}>
        {text}
        <ExternalLink aria-hidden />
      </a>
    );
  }
  const Sign = SIGN[action ?? ""];
  return (
    <button type="button" className={look} style={style} disabled={isDisabled || isBusy} onClick={onPress}>
      {isBusy && <Spinner />}
      {text}
      {Sign && <Sign aria-hidden />}
    </button>
  );
}
