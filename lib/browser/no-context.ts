/** Stands in for WXT's own, which would be a twelfth of what is injected into pages and is used for nothing here. */
export const ContentScriptContext = function (): void {}
