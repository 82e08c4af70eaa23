export function PortalPage(_: any) { return null; }
