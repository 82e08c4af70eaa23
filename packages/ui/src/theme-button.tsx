import { Monitor, Moon, Sun } from "lucide-react";
import { Button, type ButtonProps } from "./button.tsx";
import { useTheme } from "./use-theme.ts";

export const THEME_ICON = { system: Monitor, light: Sun, dark: Moon };

export type ThemeButtonProps = Omit<ButtonProps, "children" | "aria-label" | "title"> & { label: string };

/** Shows the theme in force, and opens the choice of another. */
export function ThemeButton({ label, ...rest }: ThemeButtonProps) {
  const { choice } = useTheme();
  const Icon = THEME_ICON[choice];
  return (
    <Button variant="ghost" className="size-8 px-0" aria-label={label} title={label} {...rest}>
      <Icon aria-hidden />
    </Button>
  );
}
