import { cn } from "./cn.ts";
import { initials } from "./initials.ts";

const SIZE = { sm: "size-6 text-[0.625rem]", md: "size-8 text-xs", lg: "size-10 text-sm" };

export type AvatarProps = {
  name: string;
  /** Any CSS colour; it is mixed into the ground, so that the letters stay readable in both themes. */
  color?: string | undefined;
  size?: keyof typeof SIZE;
  className?: string;
};

/** Initials in a circle. The name stands beside it, so screen readers skip it. */
export function Avatar({ name, color = "var(--color-accent)", size = "md", className }: AvatarProps) {
  return (
    <span
      aria-hidden
      className={cn(
        "inline-flex shrink-0 items-center justify-center rounded-full font-semibold text-ink select-none",
        SIZE[size],
        className,
      )}
      style={{ background: `color-mix(in oklab, ${color} 24%, var(--color-surface))` }}
    >
      {initials(name)}
    </span>
  );
}
