import type { ReactNode } from "react";

type FactsProps = { title: string; aside?: ReactNode; children: ReactNode };

/** A part of the details under its heading. */
export function Facts({ title, aside, children }: FactsProps) {
  return (
    <section>
      <div className="mb-1 flex items-center gap-2">
        <h3 className="font-medium">{title}</h3>
        {aside}
      </div>
      {children}
    </section>
  );
}

export function FactList({ children }: { children: ReactNode }) {
  return <dl className="flex flex-col gap-1 text-sm">{children}</dl>;
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(6rem,9rem)_minmax(0,1fr)] gap-2">
      <dt className="text-ink-muted">{name}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </div>
  );
}
