import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { Search } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";
import { popupRowLook } from "./menu.tsx";

export type Command = { id: string; label: string; hint?: string; icon?: ReactNode; act: () => void };
/** Commands of one kind, under its name. */
export type CommandGroup = { label: string; items: readonly Command[] };

export type CommandPaletteProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** Names it for screen readers. */
  title: string;
  placeholder: string;
  /** Said where nothing fits. */
  nothing: string;
  groups: readonly CommandGroup[];
  /** What is typed, for groups that are looked up by it; the others are narrowed by themselves. */
  onType: (typed: string) => void;
};

/** One field that finds a page or an action by its name and does it with Enter. */
export function CommandPalette(props: CommandPaletteProps) {
  const { isOpen, onOpenChange, title, placeholder, nothing, groups, onType } = props;
  const choose = (command: Command) => {
    onOpenChange(false);
    command.act();
  };
  return (
    <BaseDialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="fixed inset-0 z-40 animate-fade-in bg-[oklch(0.15_0.01_260/0.45)]" />
        <BaseDialog.Popup className="fixed top-[12dvh] left-1/2 z-40 flex max-h-[70dvh] w-[min(36rem,calc(100vw-2rem))] -translate-x-1/2 flex-col overflow-hidden rounded-xl border border-line bg-raised shadow-popup outline-none">
          <BaseDialog.Title className="sr-only">{title}</BaseDialog.Title>
          <Autocomplete.Root
            inline
            open
            autoHighlight="always"
            items={groups}
            itemToStringValue={(command: Command) => command.label}
            onValueChange={onType}
          >
            <div className="flex h-12 shrink-0 items-center gap-3 border-b border-line px-4 text-ink-muted">
              <Search aria-hidden className="size-4 shrink-0" />
              <Autocomplete.Input
                aria-label={title}
                placeholder={placeholder}
                className="h-full min-w-0 flex-1 bg-transparent text-lg text-ink outline-none"
              />
            </div>
            <Autocomplete.Empty>
              <p className="px-4 py-6 text-center text-ink-muted">{nothing}</p>
            </Autocomplete.Empty>
            <Autocomplete.List className="min-h-0 overflow-y-auto p-1.5">
              {(group: CommandGroup) => (
                <Autocomplete.Group key={group.label} items={group.items}>
                  <Autocomplete.GroupLabel className="px-2 pt-2 pb-1 text-sm text-ink-muted">
                    {group.label}
                  </Autocomplete.GroupLabel>
                  <Autocomplete.Collection>
                    {(command: Command) => (
                      <Autocomplete.Item
                        key={command.id}
                        value={command}
                        className={cn(popupRowLook, "cursor-default")}
                        onClick={() => choose(command)}
                      >
                        {command.icon}
                        <span className="flex-1 truncate">{command.label}</span>
                        {command.hint !== undefined && (
                          <span className="truncate text-sm text-ink-muted">{command.hint}</span>
                        )}
                      </Autocomplete.Item>
                    )}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
