import { Monitor, Moon, Sun } from "lucide-react";
import { Button } from "./button.tsx";
import { Menu, MenuChoice } from "./menu.tsx";
import { THEME_CHOICES, type ThemeChoice } from "./theme-store.ts";
import { useTheme } from "./use-theme.ts";

const ICON = { system: Monitor, light: Sun, dark: Moon };

export type ThemeToggleProps = {
  /** `label` names the button, the rest name the choices. */
  texts: { label: string } & Record<ThemeChoice, string>;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom";
};

export function ThemeToggle({ texts, align = "end", side = "bottom" }: ThemeToggleProps) {
  const { choice, choose } = useTheme();
  const CurrentIcon = ICON[choice];
  const options = THEME_CHOICES.map((value) => {
    const Icon = ICON[value];
    return { value, label: texts[value], icon: <Icon aria-hidden /> };
  });
  return (
    <Menu
      align={align}
      side={side}
      trigger={
        <Button variant="ghost" className="size-8 px-0" aria-label={texts.label} title={texts.label}>
          <CurrentIcon aria-hidden />
        </Button>
      }
    >
      <MenuChoice label={texts.label} value={choice} options={options} onChange={choose} />
    </Menu>
  );
}
