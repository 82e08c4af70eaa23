import { ExternalLink } from "lucide-react";
import { buttonLook } from "../button.tsx";
import { cn } from "../cn.ts";
import { Spinner } from "../spinner.tsx";

export type ChatButton = {
  /** Tells the buttons of one message apart. */
  id: number;
  text: string;
  /** An http(s) address; such a button is a link and presses nothing. */
  href?: string | undefined;
  isDisabled?: boolean;
};

export type ChatButtonsProps = {
  /** Names the group, such as "Buttons". */
  label: string;
  rows: readonly (readonly ChatButton[])[];
  busyId?: number | null;
  /** Left out where the reader may only look, as in the console. */
  onPress?: (button: ChatButton) => void;
};

/** The keyboard that a bot puts under its message. */
export function ChatButtons({ label, rows, busyId = null, onPress }: ChatButtonsProps) {
  return (
    <div role="group" aria-label={label} className="flex flex-col gap-1.5">
      {rows.map((row) => (
        <div key={row[0]?.id} className="flex flex-wrap gap-1.5 group-data-[side=right]/side:justify-end">
          {row.map((button) => (
            <OneButton key={button.id} button={button} isBusy={busyId === button.id} onPress={onPress} />
          ))}
        </div>
      ))}
    </div>
  );
}

const look = cn(
  buttonLook({ size: "sm" }),
  "h-auto min-h-8 shrink py-1 text-base whitespace-normal text-accent enabled:hover:bg-accent-tint",
);

type OneButtonProps = { button: ChatButton; isBusy: boolean; onPress: ChatButtonsProps["onPress"] };

function OneButton({ button, isBusy, onPress }: OneButtonProps) {
  if (button.href) {
    return (
      <a href={button.href} target="_blank" rel="noopener noreferrer nofollow" className={look}>
        {button.text}
        <ExternalLink aria-hidden />
      </a>
    );
  }
  return (
    <button
      type="button"
      className={look}
      disabled={button.isDisabled || isBusy || !onPress}
      onClick={() => onPress?.(button)}
    >
      {isBusy && <Spinner />}
      {button.text}
    </button>
  );
}
