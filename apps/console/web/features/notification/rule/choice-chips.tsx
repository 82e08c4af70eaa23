import { Button, cn } from "@botdeck/ui";
import { Check } from "lucide-react";

type Props<Value extends string> = {
  label: string;
  options: readonly { value: Value; label: string }[];
  chosen: readonly Value[];
  onChange: (chosen: Value[]) => void;
};

/** Any number of a few things, all in sight. */
export function ChoiceChips<Value extends string>({ label, options, chosen, onChange }: Props<Value>) {
  const toggle = (value: Value) => {
    const isChosen = chosen.includes(value);
    // In the order in which they are offered.
    onChange(options.map((option) => option.value).filter((one) => (one === value ? !isChosen : chosen.includes(one))));
  };
  return (
    <div role="group" aria-label={label} className="flex flex-wrap gap-1.5">
      {options.map(({ value, label: text }) => {
        const isChosen = chosen.includes(value);
        return (
          <Button
            key={value}
            size="sm"
            aria-pressed={isChosen}
            className={cn("rounded-full", isChosen && "border-accent bg-accent-tint hover:bg-accent-tint")}
            onClick={() => toggle(value)}
          >
            {isChosen && <Check aria-hidden />}
            {text}
          </Button>
        );
      })}
    </div>
  );
}
