/** The keys of undo and redo, as people know them from other editors. */

type Key = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

/** What a key press asks for: Ctrl or Cmd with Z, with Shift+Z or Y to redo. Null for any other. */
export function undoKey({ key, ctrlKey, metaKey, shiftKey, altKey }: Key): "undo" | "redo" | null {
  if (altKey || !(ctrlKey || metaKey)) return null;
  const letter = key.toLowerCase();
  if (letter === "z") return shiftKey ? "redo" : "undo";
  return letter === "y" && ctrlKey && !shiftKey ? "redo" : null;
}
