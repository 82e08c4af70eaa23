import { cn } from "@botdeck/ui";
import { useId } from "react";

type Props = {
  label: string;
  text?: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  /** Stands alone, in a frame of its own. */
  isCard?: boolean;
};

/** A switch with its words. */
export function Toggle({ label, text, isOn, onChange, isCard = false }: Props) {
  const textId = useId();
  return (
    <label
      className={cn(
        "flex h-full cursor-pointer items-start gap-3",
        isCard &&
          "rounded-lg border border-line bg-surface p-3 hover:border-line-strong has-checked:border-warning has-checked:bg-warning-tint",
      )}
    >
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{label}</span>
        {text && (
          <span id={textId} className={cn("block text-sm", isCard && isOn ? "text-ink" : "text-ink-muted")}>
            {text}
          </span>
        )}
      </span>
      <input
        type="checkbox"
        role="switch"
        aria-label={label}
        aria-describedby={text ? textId : undefined}
        className="peer sr-only"
        checked={isOn}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span
        aria-hidden
        className={cn(
          "relative mt-0.5 h-5 w-9 shrink-0 rounded-full border border-line-strong bg-sunken transition-colors",
          "after:absolute after:top-0.5 after:left-0.5 after:size-3.5 after:rounded-full after:bg-ink-muted after:transition-transform",
          "peer-checked:border-warning peer-checked:bg-warning peer-checked:after:translate-x-4 peer-checked:after:bg-warning-tint",
          "peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent",
        )}
      />
    </label>
  );
}
