import type { ReactElement } from "react";
import { Menu, MenuChoice } from "./menu.tsx";
import { ThemeButton, THEME_ICON } from "./theme-button.tsx";
import { THEME_CHOICES, type ThemeChoice } from "./theme-store.ts";
import { useTheme } from "./use-theme.ts";

export type ThemeToggleProps = {
  /** `label` names the button, the rest name the choices. */
  texts: { label: string } & Record<ThemeChoice, string>;
  /** The button that opens it, where it stood there before the choices were loaded. */
  trigger?: ReactElement<Record<string, unknown>>;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom";
};

export function ThemeToggle({ texts, trigger, align = "end", side = "bottom" }: ThemeToggleProps) {
  const { choice, choose } = useTheme();
  const options = THEME_CHOICES.map((value) => {
    const Icon = THEME_ICON[value];
    return { value, label: texts[value], icon: <Icon aria-hidden /> };
  });
  return (
    <Menu align={align} side={side} trigger={trigger ?? <ThemeButton label={texts.label} />}>
      <MenuChoice label={texts.label} value={choice} options={options} onChange={choose} />
    </Menu>
  );
}
