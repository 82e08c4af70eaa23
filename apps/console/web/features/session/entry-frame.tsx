import { Card } from "@botdeck/ui";
import type { ReactNode } from "react";

import { Brand } from "../../components/brand.tsx";
import { LanguageMenu } from "../../components/language-menu.tsx";
import { ThemeMenu } from "../../components/theme-menu.tsx";

type Props = { title: string; text: string; children: ReactNode };

/** What stands before the sign-in: a card alone on the page. */
export function EntryFrame({ title, text, children }: Props) {
  return (
    <main className="flex min-h-dvh flex-col items-center px-4 pt-[14dvh] pb-8">
      <Card className="w-full max-w-sm p-6">
        <div className="flex items-start justify-between">
          <Brand />
          <div className="-mt-1 -mr-2 flex">
            <LanguageMenu />
            <ThemeMenu />
          </div>
        </div>
        <h1 className="mt-6 text-xl font-semibold tracking-tight">{title}</h1>
        <p className="text-pretty text-ink-muted">{text}</p>
        {children}
      </Card>
    </main>
  );
}
