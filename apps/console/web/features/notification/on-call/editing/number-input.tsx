import { Input } from "@botdeck/ui";
import { useState } from "react";

type Props = {
  label?: string;
  /** Null for an empty one. */
  value: number | null;
  min: number;
  max: number;
  step?: number;
  /** Null when it was emptied. What is no number, or too large, is the server's to refuse. */
  onChange: (value: number | null) => void;
  className?: string;
};

/** A number that may be empty while it is written. */
export function NumberInput({ label, value, onChange, ...rest }: Props) {
  const [text, setText] = useState(value === null ? "" : String(value));
  return (
    <Input
      type="number"
      inputMode="decimal"
      aria-label={label}
      value={text}
      onChange={({ target }) => {
        setText(target.value);
        onChange(target.value.trim() === "" ? null : Number(target.value));
      }}
      {...rest}
    />
  );
}
