import { useTranslations } from "use-intl";

/** How settings are called: in the console's words, else in the bot's own name of it made readable. */
export function useSettingNames() {
  const t = useTranslations("botSettings");
  return {
    label: (name: string): string => (t.has(`labels.${name}`) ? t(`labels.${name}`) : readable(name)),
    hint: (name: string): string | null => (t.has(`hints.${name}`) ? t(`hints.${name}`) : null),
    /** One of the values of a choice. @param name Of the setting that it is a value of. */
    value: (name: string, value: string): string =>
      t.has(`values.${name}_${value}`) ? t(`values.${name}_${value}`) : value,
  };
}

/** `largeOrderFrom` as people write it: Large order from. */
function readable(name: string): string {
  const words = name
    .replaceAll(/([a-z\d])([A-Z])/g, "$1 $2")
    .replaceAll(/[_-]+/g, " ")
    .toLowerCase();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
