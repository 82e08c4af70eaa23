/** Stands between the messages of two days. */
export function DayDivider({ text }: { text: string }) {
  return (
    <p className="flex items-center gap-3 py-1 text-xs text-ink-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      {text}
    </p>
  );
}
