export function HelpPage(_: any) { return null; }
