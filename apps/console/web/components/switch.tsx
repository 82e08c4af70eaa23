import { cn } from "@botdeck/ui";

type Props = {
  label: string;
  hint?: string;
  /** The label is for screen readers: what the switch is for stands beside it. */
  isLabelHidden?: boolean;
  isOn: boolean;
  isDisabled?: boolean;
  onChange: (isOn: boolean) => void;
};

/** A setting that acts at once. */
export function Switch({ label, hint, isLabelHidden = false, isOn, isDisabled = false, onChange }: Props) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={isOn}
      disabled={isDisabled}
      onClick={() => onChange(!isOn)}
      className={cn("flex items-center gap-3 rounded-md text-left disabled:opacity-60", !isLabelHidden && "w-full")}
    >
      <span className={isLabelHidden ? "sr-only" : "min-w-0 flex-1"}>
        <span className="block font-medium">{label}</span>
        {hint !== undefined && <span className="block text-sm text-ink-muted">{hint}</span>}
      </span>
      <span
        aria-hidden
        className={cn(
          "flex h-5 w-9 shrink-0 rounded-full border p-0.5 transition-colors",
          isOn ? "justify-end border-transparent bg-accent" : "border-line-strong bg-sunken",
        )}
      >
        <span className={cn("size-3.5 self-center rounded-full", isOn ? "bg-accent-ink" : "bg-ink-muted")} />
      </span>
    </button>
  );
}
