/** The frame that every text control shares. */
export const controlLook =
  "w-full rounded-md border border-line-strong bg-surface text-base text-ink transition-colors " +
  "focus-visible:border-accent focus-visible:outline-1 focus-visible:outline-offset-0 " +
  "aria-invalid:border-danger data-invalid:border-danger disabled:bg-sunken disabled:text-ink-muted";
