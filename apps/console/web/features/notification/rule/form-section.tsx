import { Card } from "@botdeck/ui";
import type { ReactNode } from "react";

/** A part of the form under a heading of its own. */
export function FormSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card className="flex flex-col gap-4">
      <h3 className="text-lg font-semibold">{title}</h3>
      {children}
    </Card>
  );
}
